using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its lines as they stand; the four spaces, or the fences and the language, go, with a note.</summary>
internal sealed class CodeBlockRenderer : LinkedInObjectRenderer<CodeBlock>
{
    protected override void Write(LinkedInRenderer renderer, CodeBlock node)
    {
        var at = renderer.PositionOf(node);
        renderer.Dropped.Add(DroppedMarks.Kind.Code, at);
        renderer.StartBlock(node);
        for (var i = 0; i < node.Lines.Count; i++)
        {
            if (i > 0)
            {
                renderer.BreakLine();
            }

            renderer.AppendFilled(node.Lines.Lines[i].ToString(), at);
        }

        renderer.EndBlock(node);
    }
}
