namespace Galley.Text.Nodes;

/// <summary>The value goes in as it stands, never as Markdown.</summary>
internal sealed class PlaceholderText : NodeText<PlaceholderInline>
{
    protected override void Write(PlaceholderInline node, LinkedInWriter writer) =>
        writer.Append(writer.ValueOf(node.Written, node.Name, writer.PositionOf(node)));
}
