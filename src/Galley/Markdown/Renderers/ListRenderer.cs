using Galley.Diagnostics.Codes;
using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Numbers as typed; a bullet for each item of what is surely a list, or else the mark as typed, with a note.</summary>
internal sealed class ListRenderer : LinkedInObjectRenderer<ListBlock>
{
    protected override void Write(LinkedInRenderer renderer, ListBlock node)
    {
        if (node.IsOrdered)
        {
            WriteNumbers(renderer, node);
        }
        else if (BulletDoubt.IsDoubtful(node, renderer.Source))
        {
            renderer.ReportKeptSign(node.Span.Start);
            foreach (var item in node.OfType<ListItemBlock>())
            {
                renderer.Item(item, node.BulletType.ToString());
            }
        }
        else
        {
            WriteBullets(renderer, node);
        }
    }

    private static void WriteNumbers(LinkedInRenderer renderer, ListBlock list)
    {
        var items = list.OfType<ListItemBlock>().ToArray();
        var numbers = Array.ConvertAll(items, item => NumberOf(item, renderer.Source));
        for (var index = 0; index < items.Length; index++)
        {
            renderer.Item(items[index], numbers[index]);
        }

        if (items.Length > 1 && items[0].Order <= 1 && Array.TrueForAll(numbers, number => number == numbers[0]))
        {
            renderer.Report(
                TextCodes.NumberRepeated,
                list,
                $"All {items.Length} lines of this list begin with \"{numbers[0]}\", and are sent so.",
                "Type the numbers that readers should see: 1., 2., 3."
            );
        }
    }

    private static string NumberOf(ListItemBlock item, string source)
    {
        var end = source.AsSpan(item.Span.Start).IndexOfAnyExceptInRange('0', '9');
        return source.Substring(item.Span.Start, end + 1);
    }

    private static void WriteBullets(LinkedInRenderer renderer, ListBlock list)
    {
        foreach (var item in list.OfType<ListItemBlock>())
        {
            var start = renderer.Length;
            renderer.Item(item, "•");
            if (list.BulletType == '*' || !Figures.IsChange(BulletDoubt.WordsOf(item, renderer.Source)))
            {
                continue;
            }

            renderer.ReportWithLines(
                TextCodes.SignAtLineStart,
                item,
                start,
                $"The {list.BulletType} before the figure in {Quotes.Words(renderer.SourceOf(item))} is read as a bullet.",
                "Nothing to do if that is right. For a sign, delete the space behind it, as in -12 %."
            );
        }
    }
}
