using Markdig.Syntax;

namespace Galley.Text.Nodes;

internal sealed class DefinitionGroupRenderer : NodeRenderer<LinkReferenceDefinitionGroup>
{
    protected override void Write(LinkReferenceDefinitionGroup node, LinkedInRenderer writer)
    {
        foreach (var definition in node) writer.Write(definition);
    }
}
