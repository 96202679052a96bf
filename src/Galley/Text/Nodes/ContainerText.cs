using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

internal sealed class ContainerText : NodeText<ContainerInline>
{
    protected override void Write(ContainerInline node, LinkedInWriter writer) => writer.WriteInlines(node);
}
