using Markdig.Parsers;
using Markdig.Syntax;

namespace Galley.Markdown.Parsers;

/// <summary>
/// A line whose bracket is hidden is a paragraph of its own. If lines could follow in it, the definitions below would belong to it, and
/// the links that use them would be sent as typed.
/// </summary>
internal sealed class HiddenDefinitionParser : BlockParser
{
    public HiddenDefinitionParser() => OpeningCharacters = [Definitions.HiddenBracket];

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent)
        {
            return BlockState.None;
        }

        processor.NewBlocks.Push(
            new ParagraphBlock(this)
            {
                Column = processor.Column,
                Span = new SourceSpan(processor.Start, processor.Line.End),
            }
        );
        return BlockState.Break;
    }

    public override bool Close(BlockProcessor processor, Block block)
    {
        ((LeafBlock)block).Lines.Lines[0].Slice.TrimEnd();
        return true;
    }
}
