using System.Collections.Immutable;

namespace Galley.Markdown;

/// <summary>A text exactly as LinkedIn will show it. Its length counts UTF-16 units, as LinkedIn does.</summary>
public sealed record RenderedText(string Text, ImmutableArray<TextProblem> Problems);
