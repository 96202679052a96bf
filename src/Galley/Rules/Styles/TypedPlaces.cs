using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;

namespace Galley.Rules.Styles;

/// <summary>Finds words of a rendered text in the body that its author typed. The line is certain, the column as near as can be.</summary>
internal sealed class TypedPlaces(RenderedText text, string body, ISourceMap sourceMap)
{
    private readonly Lazy<string[]> _body = new(() => body.Split('\n'));

    public Position Find(int offset, string words)
    {
        var shown = LineTable.PositionOf(text.Text, offset);
        var typed = Line(shown.Line);
        var first = words.Split('\n')[0];
        // Marks that are left out come before the words, so they never stand further to the left than they are shown.
        var from = Math.Min(shown.Column - 1, typed.Length);
        var column = first.Length == 0 ? -1 : typed.IndexOf(first, from, StringComparison.Ordinal);
        return BodyPosition.Locate(sourceMap, new Position(text.TypedLine(shown.Line), Math.Max(column, 0) + 1));
    }

    /// <summary>The line as it was typed.</summary>
    public string Line(int shown) =>
        text.TypedLine(shown) is var line && line <= _body.Value.Length ? _body.Value[line - 1] : "";
}
