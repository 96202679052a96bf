namespace Galley.Markdown.Renderers;

/// <summary>The value goes in as it stands, never as Markdown.</summary>
internal sealed class PlaceholderRenderer : NodeRenderer<PlaceholderInline>
{
    protected override void Write(PlaceholderInline node, LinkedInRenderer renderer) =>
        renderer.Append(renderer.ValueOf(node.Written, node.Name, renderer.PositionOf(node)));
}
