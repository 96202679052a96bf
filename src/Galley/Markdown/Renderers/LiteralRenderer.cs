using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>Its characters; the backslash before the first goes, with a note.</summary>
internal sealed class LiteralRenderer : LinkedInObjectRenderer<LiteralInline>
{
    protected override void Write(LinkedInRenderer renderer, LiteralInline node)
    {
        var start = renderer.Length;
        renderer.Append(node.Content.AsSpan());
        if (node.IsFirstCharacterEscaped)
        {
            renderer.Drop(DroppedMarks.Kind.Escape, node, start);
        }
    }
}
