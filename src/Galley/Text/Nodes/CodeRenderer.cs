using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>Its words; the backticks go, with a note.</summary>
internal sealed class CodeRenderer : NodeRenderer<CodeInline>
{
    protected override void Write(CodeInline node, LinkedInRenderer writer)
    {
        var at = writer.PositionOf(node);
        writer.Dropped.Add(DroppedMarks.Kind.Code, at);
        writer.AppendFilled(node.Content, at);
    }
}
