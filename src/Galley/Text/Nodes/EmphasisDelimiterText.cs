using Markdig.Syntax.Inlines;

namespace Galley.Text.Nodes;

/// <summary>Marks that turned out to emphasise nothing: they are plain characters.</summary>
internal sealed class EmphasisDelimiterText : NodeText<EmphasisDelimiterInline>
{
    protected override void Write(EmphasisDelimiterInline node, LinkedInWriter writer)
    {
        writer.Append(node.ToLiteral());
        writer.WriteInlines(node);
    }
}
