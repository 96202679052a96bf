using System.Collections.Immutable;

namespace Galley.Markdown;

/// <summary>A text exactly as LinkedIn will show it. Its length counts UTF-16 units, as LinkedIn does.</summary>
public sealed record RenderedText(string Text, ImmutableArray<TextProblem> Problems)
{
    /// <summary>For each line of the text, the line that it was typed on, from 1. Default where they are the same.</summary>
    internal ImmutableArray<int> TypedLines { get; init; }

    /// <summary>The line that a line of the text was typed on; both count from 1.</summary>
    public int TypedLine(int line) =>
        TypedLines.IsDefaultOrEmpty ? line : TypedLines[Math.Clamp(line, 1, TypedLines.Length) - 1];
}
