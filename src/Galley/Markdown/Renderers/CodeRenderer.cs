using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the backticks go, with a note.</summary>
internal sealed class CodeRenderer : LinkedInObjectRenderer<CodeInline>
{
    protected override void Write(LinkedInRenderer renderer, CodeInline node)
    {
        var start = renderer.Length;
        renderer.AppendFilled(node.Content, renderer.PositionOf(node));
        renderer.Drop(DroppedMarks.Kind.Code, node, start);
    }
}
