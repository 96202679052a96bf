using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the backticks go, with a note.</summary>
internal sealed class CodeRenderer : LinkedInObjectRenderer<CodeInline>
{
    protected override void Write(LinkedInRenderer renderer, CodeInline node)
    {
        var at = renderer.PositionOf(node);
        renderer.Dropped.Add(DroppedMarks.Kind.Code, at);
        renderer.AppendFilled(node.Content, at);
    }
}
