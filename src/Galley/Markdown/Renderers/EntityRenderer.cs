using Markdig.Syntax.Inlines;

namespace Galley.Markdown.Renderers;

/// <summary>The character that it stands for, with a note.</summary>
internal sealed class EntityRenderer : LinkedInObjectRenderer<HtmlEntityInline>
{
    protected override void Write(LinkedInRenderer renderer, HtmlEntityInline node)
    {
        var start = renderer.Length;
        renderer.Append(node.Transcoded.AsSpan());
        renderer.Drop(DroppedMarks.Kind.Entity, node, start);
    }
}
