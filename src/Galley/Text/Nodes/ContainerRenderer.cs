using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class ContainerRenderer : NodeRenderer<ContainerInline>
{
    protected override void Write(ContainerInline node, LinkedInRenderer renderer) => renderer.WriteInlines(node);
}
