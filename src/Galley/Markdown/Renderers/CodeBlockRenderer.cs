using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its lines as they stand; the four spaces, or the fences and the language, go, with a note.</summary>
internal sealed class CodeBlockRenderer : LinkedInObjectRenderer<CodeBlock>
{
    protected override void Write(LinkedInRenderer renderer, CodeBlock node)
    {
        renderer.StartBlock(node);
        var start = renderer.Length;
        for (var i = 0; i < node.Lines.Count; i++)
        {
            if (i > 0)
            {
                renderer.BreakLine();
            }

            renderer.ContinueOn(node.Lines.Lines[i].Line);
            renderer.AppendFilled(node.Lines.Lines[i].ToString(), renderer.PositionOf(node));
        }

        renderer.Drop(DroppedMarks.Kind.Code, node, start);
        renderer.EndBlock(node);
    }
}
