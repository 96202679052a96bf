using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Its words; the # goes, with a note.</summary>
internal sealed class HeadingRenderer : LinkedInObjectRenderer<HeadingBlock>
{
    protected override void Write(LinkedInRenderer renderer, HeadingBlock node)
    {
        renderer.StartBlock(node);
        var start = renderer.SetIn();
        renderer.WriteChildren(node.Inline!);
        renderer.Drop(DroppedMarks.Kind.Heading, node, start);
        renderer.EndBlock(node);
    }
}
