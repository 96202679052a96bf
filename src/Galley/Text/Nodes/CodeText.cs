using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>Its words; the backticks go, with a note.</summary>
internal sealed class CodeText : NodeText<CodeInline>
{
    protected override void Write(CodeInline node, LinkedInWriter writer)
    {
        var at = writer.PositionOf(node);
        writer.Dropped.Add(DroppedMarks.Kind.Code, at);
        writer.AppendFilled(node.Content, at);
    }
}
