using Markdig.Renderers;
using Markdig.Syntax;

namespace Galley.Markdown.Renderers;

/// <summary>How one kind of node reads on LinkedIn. Stateless, so that all texts share one.</summary>
internal abstract class LinkedInObjectRenderer<TObject> : MarkdownObjectRenderer<LinkedInRenderer, TObject>
    where TObject : MarkdownObject;
