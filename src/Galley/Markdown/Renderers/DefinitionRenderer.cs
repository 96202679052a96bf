using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Nothing by itself: its address stands where the text uses it. One that nothing uses never comes here.</summary>
internal sealed class DefinitionRenderer : LinkedInObjectRenderer<LinkReferenceDefinition>
{
    protected override void Write(LinkedInRenderer renderer, LinkReferenceDefinition node) { }
}
