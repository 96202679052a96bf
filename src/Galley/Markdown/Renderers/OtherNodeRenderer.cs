using Galley.Diagnostics.Codes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>
/// Containers read as what they hold. Any other node is refused by name, so that a new version of Markdig can't drop words.
/// </summary>
internal sealed class OtherNodeRenderer : LinkedInObjectRenderer<MarkdownObject>
{
    protected override void Write(LinkedInRenderer renderer, MarkdownObject node)
    {
        switch (node)
        {
            case ContainerBlock block:
                renderer.WriteChildren(block);
                break;
            case ContainerInline inline:
                renderer.WriteChildren(inline);
                break;
            default:
                renderer.Report(
                    TextCodes.TextNotRendered,
                    node,
                    $"The text has a {node.GetType().Name}, which LinkedIn can't show.",
                    "Write it as plain text."
                );
                break;
        }
    }
}
