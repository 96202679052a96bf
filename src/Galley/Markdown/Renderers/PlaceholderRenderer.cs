namespace Galley.Markdown.Renderers;

/// <summary>The value goes in as it stands, never as Markdown.</summary>
internal sealed class PlaceholderRenderer : LinkedInObjectRenderer<PlaceholderInline>
{
    protected override void Write(LinkedInRenderer renderer, PlaceholderInline node) =>
        renderer.Append(renderer.ValueOf(node.Written, node.Name, renderer.PositionOf(node)));
}
