using Galley.Diagnostics.Codes;
using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the # goes. A divider typed right below a text makes a heading by mistake, so that is said.</summary>
internal sealed class HeadingRenderer : LinkedInObjectRenderer<HeadingBlock>
{
    protected override void Write(LinkedInRenderer renderer, HeadingBlock node)
    {
        renderer.StartBlock(node);
        renderer.WriteChildren(node.Inline!);
        renderer.EndBlock(node);
        if (node is { IsSetext: true, Level: 2 })
        {
            renderer.Report(
                PostCodes.DashesMakeHeading,
                node,
                "The line of dashes below this text makes it a heading and is not shown.",
                "Leave a blank line above the dashes to show them, or take them out."
            );
        }
    }
}
