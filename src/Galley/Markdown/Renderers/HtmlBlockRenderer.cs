using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Refused; written as typed, so that a preview loses nothing.</summary>
internal sealed class HtmlBlockRenderer : NodeRenderer<HtmlBlock>
{
    protected override void Write(HtmlBlock node, LinkedInRenderer renderer)
    {
        HtmlProblem.Report(node, node.Lines.ToString(), renderer);
        renderer.Block(node, () =>
        {
            for (var i = 0; i < node.Lines.Count; i++)
            {
                if (i > 0)
                {
                    renderer.BreakLine();
                }

                renderer.Append(node.Lines.Lines[i].ToString());
            }
        });
    }
}
