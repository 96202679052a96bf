using Galley.Diagnostics.Codes;
using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>Nothing by itself: its address stands where the text uses it.</summary>
internal sealed class DefinitionRenderer : LinkedInObjectRenderer<LinkReferenceDefinition>
{
    protected override void Write(LinkedInRenderer renderer, LinkReferenceDefinition node)
    {
        // What is not used is reported once the whole text is written.
    }

    public static void ReportUnused(LinkReferenceDefinition node, LinkedInRenderer renderer)
    {
        if (renderer.IsUsed(node))
        {
            return;
        }

        renderer.Report(
            PostCodes.WordsDropped,
            node,
            $"\"[{node.Label}]:\" defines a link that the text never uses; the line is left out.",
            $"Use it as [words][{node.Label}], write it as plain text, or delete it."
        );
    }
}
