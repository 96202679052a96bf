using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Refused; written as typed, so that a preview loses nothing.</summary>
internal sealed class HtmlBlockRenderer : LinkedInObjectRenderer<HtmlBlock>
{
    protected override void Write(LinkedInRenderer renderer, HtmlBlock node)
    {
        HtmlProblem.Report(node, node.Lines.ToString(), renderer);
        renderer.StartBlock(node);
        for (var i = 0; i < node.Lines.Count; i++)
        {
            if (i > 0)
            {
                renderer.BreakLine();
            }

            renderer.Append(node.Lines.Lines[i].ToString());
        }

        renderer.EndBlock(node);
    }
}
