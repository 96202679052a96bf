using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

internal sealed class DefinitionGroupRenderer : NodeRenderer<LinkReferenceDefinitionGroup>
{
    protected override void Write(LinkReferenceDefinitionGroup node, LinkedInRenderer renderer)
    {
        foreach (var definition in node)
        {
            renderer.Write(definition);
        }
    }
}
