using Markdig.Syntax.Inlines;

namespace Galley.Markdown;

/// <summary>A placeholder in Markdown.</summary>
/// <param name="written">As typed, brackets and all.</param>
internal sealed class PlaceholderInline(string written, string name) : LeafInline
{
    public string Written { get; } = written;
    public string Name { get; } = name;
}
