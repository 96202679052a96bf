using Markdig.Syntax;

namespace Galley.Text.Nodes;

internal sealed class DefinitionGroupText : NodeText<LinkReferenceDefinitionGroup>
{
    protected override void Write(LinkReferenceDefinitionGroup node, LinkedInWriter writer)
    {
        foreach (var definition in node) writer.Write(definition);
    }
}
