using Galley.Diagnostics;

namespace Galley.Content.Yaml;

internal sealed class ScalarNode(Position at, string text, ScalarStyle style) : Node(at)
{
    /// <summary>
    /// As written, without quotes: <c>007</c> stays <c>007</c>, although it is also a number. A block text loses the line
    /// ends after it, which its author does not see.
    /// </summary>
    public string Text { get; } = style == ScalarStyle.Block ? text.TrimEnd('\n') : text;

    public ScalarStyle Style { get; } = style;
    public ScalarKind Kind { get; } = style == ScalarStyle.Plain ? CoreSchema.KindOf(text) : ScalarKind.Text;
}
