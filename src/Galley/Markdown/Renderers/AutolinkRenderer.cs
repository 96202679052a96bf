using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

internal sealed class AutolinkRenderer : NodeRenderer<AutolinkInline>
{
    protected override void Write(AutolinkInline node, LinkedInRenderer renderer) => renderer.Append(node.Url);
}
