using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>Hard or soft: LinkedIn shows what was typed.</summary>
internal sealed class LineBreakText : NodeText<LineBreakInline>
{
    protected override void Write(LineBreakInline node, LinkedInWriter writer) => writer.BreakLine();
}
