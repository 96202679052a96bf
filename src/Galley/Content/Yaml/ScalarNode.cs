using Galley.Diagnostics;

namespace Galley.Content.Yaml;

internal sealed class ScalarNode(Position at, string text, ScalarStyle style) : Node(at)
{
    /// <summary>
    /// As written, without quotes: <c>007</c> stays <c>007</c>, although it is also a number. A block text loses the line
    /// ends after it, which its author does not see.
    /// </summary>
    public string Text { get; } = style == ScalarStyle.Block ? text.TrimEnd('\n') : text;

    /// <summary>The position after it in the file. Null where the text in the file can be different.</summary>
    public Position? End =>
        Style == ScalarStyle.Plain && !Text.Contains('\n', StringComparison.Ordinal)
            ? At with
            {
                Column = At.Column + Text.Length,
            }
        : Style == ScalarStyle.Quoted && Text.AsSpan().IndexOfAny("\"'\\\n\t") < 0
            ? At with
            {
                Column = At.Column + Text.Length + 2,
            }
        : null;

    public ScalarStyle Style { get; } = style;
    public ScalarKind Kind { get; } = style == ScalarStyle.Plain ? CoreSchema.KindOf(text) : ScalarKind.Text;
}
