using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its lines as they stand; the fences and the language go, with a note.</summary>
internal sealed class FencedCodeRenderer : NodeRenderer<FencedCodeBlock>
{
    protected override void Write(FencedCodeBlock node, LinkedInRenderer renderer) =>
        CodeBlockRenderer.WriteLines(node, renderer);
}
