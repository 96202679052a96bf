using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its lines as they stand; the four spaces go, with a note.</summary>
internal sealed class CodeBlockRenderer : NodeRenderer<CodeBlock>
{
    protected override void Write(CodeBlock node, LinkedInRenderer renderer) => WriteLines(node, renderer);

    public static void WriteLines(CodeBlock node, LinkedInRenderer renderer)
    {
        var at = renderer.PositionOf(node);
        renderer.Dropped.Add(DroppedMarks.Kind.Code, at);
        renderer.Block(node, () =>
        {
            for (var i = 0; i < node.Lines.Count; i++)
            {
                if (i > 0)
                {
                    renderer.BreakLine();
                }

                renderer.AppendFilled(node.Lines.Lines[i].ToString(), at);
            }
        });
    }
}
