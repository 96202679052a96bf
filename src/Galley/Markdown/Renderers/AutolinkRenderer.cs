using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

internal sealed class AutolinkRenderer : LinkedInObjectRenderer<AutolinkInline>
{
    protected override void Write(LinkedInRenderer renderer, AutolinkInline node) => renderer.Append(node.Url);
}
