using System.Collections.Frozen;
using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>The kinds of node that CommonMark has, each with its class.</summary>
internal static class NodeRenderers
{
    private static readonly FrozenDictionary<Type, INodeRenderer> ByType = new INodeRenderer[]
    {
        new DocumentRenderer(),
        new ParagraphRenderer(),
        new HeadingRenderer(),
        new QuoteRenderer(),
        new ListRenderer(),
        new CodeBlockRenderer(),
        new FencedCodeRenderer(),
        new HtmlBlockRenderer(),
        new ThematicBreakRenderer(),
        new DefinitionGroupRenderer(),
        new DefinitionRenderer(),
        new LiteralRenderer(),
        new LineBreakRenderer(),
        new EmphasisRenderer(),
        new CodeRenderer(),
        new LinkRenderer(),
        new AutolinkRenderer(),
        new HtmlRenderer(),
        new EntityRenderer(),
        new EmphasisDelimiterRenderer(),
        new LinkDelimiterRenderer(),
        new ContainerRenderer(),
        new PlaceholderRenderer(),
    }.ToFrozenDictionary(text => text.NodeType);

    public static INodeRenderer? Find(MarkdownObject node) => ByType.GetValueOrDefault(node.GetType());
}
