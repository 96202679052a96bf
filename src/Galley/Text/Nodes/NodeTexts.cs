using System.Collections.Frozen;
using Markdig.Syntax;

namespace Galley.Text.Nodes;

/// <summary>The kinds of node that CommonMark has, each with its class.</summary>
internal static class NodeTexts
{
    private static readonly FrozenDictionary<Type, INodeText> ByType = new INodeText[]
    {
        new DocumentText(),
        new ParagraphText(),
        new HeadingText(),
        new QuoteText(),
        new ListText(),
        new CodeBlockText(),
        new FencedCodeText(),
        new HtmlBlockText(),
        new ThematicBreakText(),
        new DefinitionGroupText(),
        new DefinitionText(),
        new LiteralText(),
        new LineBreakText(),
        new EmphasisText(),
        new CodeText(),
        new LinkText(),
        new AutolinkText(),
        new HtmlText(),
        new EntityText(),
        new EmphasisDelimiterText(),
        new LinkDelimiterText(),
        new ContainerText(),
        new PlaceholderText(),
    }.ToFrozenDictionary(text => text.NodeType);

    public static INodeText? Find(MarkdownObject node) => ByType.GetValueOrDefault(node.GetType());
}
