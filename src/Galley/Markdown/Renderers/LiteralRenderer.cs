using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

internal sealed class LiteralRenderer : LinkedInObjectRenderer<LiteralInline>
{
    protected override void Write(LinkedInRenderer renderer, LiteralInline node) =>
        renderer.Append(node.Content.ToString());
}
