using System.Collections.Immutable;

namespace Galley.Editing;

/// <summary>What somebody types at a place of a file.</summary>
/// <param name="Groups">The names of the groups of fields around it, outermost first.</param>
/// <param name="Field">The field whose value is typed; null while its name is typed, and in a text.</param>
/// <param name="Value">The value so far.</param>
/// <param name="Before">The line so far.</param>
/// <param name="IsText">In a post's text or a page: no YAML.</param>
internal sealed record Cursor(ImmutableArray<string> Groups, string? Field, string Value, string Before, bool IsText)
{
    public static Cursor InText(string before) => new([], null, "", before, true);
}
