using Markdig.Parsers;
using Markdig.Syntax;

namespace Galley.Markdown.Parsers;

/// <summary>Where a document keeps a # or &gt; at the start of a line, because a figure follows it.</summary>
internal static class KeptSigns
{
    public static IEnumerable<int> Of(MarkdownDocument document) =>
        document.GetData(typeof(KeptSigns)) as SortedSet<int> ?? [];

    public static BlockState Keep(BlockProcessor processor)
    {
        if (processor.Document.GetData(typeof(KeptSigns)) is not SortedSet<int> offsets)
        {
            processor.Document.SetData(typeof(KeptSigns), offsets = []);
        }

        offsets.Add(processor.Line.Start);
        return BlockState.None;
    }
}
