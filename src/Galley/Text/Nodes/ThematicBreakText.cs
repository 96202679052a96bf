using Markdig.Syntax;

namespace Galley.Text.Nodes;

/// <summary>A divider is its author's own: it stays as typed.</summary>
internal sealed class ThematicBreakText : NodeText<ThematicBreakBlock>
{
    protected override void Write(ThematicBreakBlock node, LinkedInWriter writer) =>
        writer.Block(node, () => writer.Append(writer.SourceOf(node).Trim()));
}
