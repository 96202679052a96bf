using Markdig.Parsers;

namespace Galley.Markdown.Parsers;

/// <summary>Headings, but "# 1 in Europe" is a rank, and a lone # is a sign.</summary>
internal sealed class RankAwareHeadingParser : HeadingBlockParser
{
    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        if (!line.StartsWith("#") || processor.IsCodeIndent)
        {
            return base.TryOpen(processor);
        }

        if (line.Trim("# \t").IsEmpty)
        {
            return BlockState.None;
        }

        return line.StartsWith("# ") && Figures.IsRank(line[1..].TrimStart())
            ? KeptSigns.Keep(processor)
            : base.TryOpen(processor);
    }
}
