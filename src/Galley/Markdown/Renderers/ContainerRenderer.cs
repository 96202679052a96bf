using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

internal sealed class ContainerRenderer : NodeRenderer<ContainerInline>
{
    protected override void Write(ContainerInline node, LinkedInRenderer renderer) => renderer.WriteInlines(node);
}
