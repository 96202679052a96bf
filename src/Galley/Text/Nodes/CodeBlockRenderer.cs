using Markdig.Syntax;

namespace Galley.Text.Nodes;

/// <summary>Its lines as they stand; the four spaces go, with a note.</summary>
internal sealed class CodeBlockRenderer : NodeRenderer<CodeBlock>
{
    protected override void Write(CodeBlock node, LinkedInRenderer writer) => WriteLines(node, writer);

    public static void WriteLines(CodeBlock node, LinkedInRenderer writer)
    {
        var at = writer.PositionOf(node);
        writer.Dropped.Add(DroppedMarks.Kind.Code, at);
        writer.Block(node, () =>
        {
            for (var i = 0; i < node.Lines.Count; i++)
            {
                if (i > 0) writer.BreakLine();
                writer.AppendFilled(node.Lines.Lines[i].ToString(), at);
            }
        });
    }
}
