using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>
/// Whether -, + and * at the start of lines are rather signs than bullets. A + is a plus. A - is a minus before figures only, and beside
/// a list of +. A single line is an attribution (- Ann) or a footnote (* for new customers). A list below an item is a list.
/// </summary>
internal static class BulletDoubt
{
    public static bool IsDoubtful(ListBlock list, string source)
    {
        var items = list.OfType<ListItemBlock>();
        if (items.All(item => item.Count == 0))
        {
            return true;
        }

        var areFigures = list.BulletType != '*' && items.All(item => Figures.IsQuantity(WordsOf(item, source)));
        return list.Parent is ListItemBlock outer
            ? areFigures || (outer.Line == list.Line && IsDoubtfulBehindMarker(list, outer, source))
            : areFigures
                || list.BulletType == '+'
                || (!items.Any(HasListBelow) && (list.Count == 1 || IsBesidePlus(list)));
    }

    private static bool IsDoubtfulBehindMarker(ListBlock list, ListItemBlock outer, string source) =>
        list.Count == 1 || list.BulletType == '+' || IsDoubtful((ListBlock)outer.Parent!, source);

    private static bool HasListBelow(ListItemBlock item) =>
        item.Any(block => block is ListBlock && block.Line > item.Line);

    public static ReadOnlySpan<char> WordsOf(ListItemBlock item, string source) =>
        source.AsSpan((item.Span.Start + 1)..Math.Max(item.Span.End + 1, item.Span.Start + 1)).TrimStart();

    private static bool IsBesidePlus(ListBlock list)
    {
        var siblings = list.Parent!;
        var index = siblings.IndexOf(list);
        return IsPlus(index - 1) || IsPlus(index + 1);

        bool IsPlus(int at) =>
            at >= 0 && at < siblings.Count && siblings[at] is ListBlock { BulletType: '+' } && list.BulletType == '-';
    }
}
