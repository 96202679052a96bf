using Markdig.Syntax;

namespace Galley.Text.Nodes;

/// <summary>Its lines as they stand; the fences and the language go, with a note.</summary>
internal sealed class FencedCodeText : NodeText<FencedCodeBlock>
{
    protected override void Write(FencedCodeBlock node, LinkedInWriter writer) => CodeBlockText.WriteLines(node, writer);
}
