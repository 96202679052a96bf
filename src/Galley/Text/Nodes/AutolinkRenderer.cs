using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class AutolinkRenderer : NodeRenderer<AutolinkInline>
{
    protected override void Write(AutolinkInline node, LinkedInRenderer renderer) => renderer.Append(node.Url);
}
