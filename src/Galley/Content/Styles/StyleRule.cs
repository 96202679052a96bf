using System.Collections.Immutable;
using Galley.Diagnostics;

namespace Galley.Content.Styles;

/// <summary>One rule of a house style, ready to look at texts. Safe to use from many threads at once.</summary>
/// <param name="Path">The rule's file, from the content root.</param>
/// <param name="Message">With <c>%s</c> for what was found.</param>
public sealed record StyleRule(string Path, StyleKind Kind, string Message, Severity Severity)
{
    public StyleScope Scope { get; init; } = StyleScope.Everything;

    public required StylePattern Pattern { get; init; }

    /// <summary>What is found again is right after all.</summary>
    public StylePattern? Exceptions { get; init; }

    /// <summary>Of a substitution: the right words, by the number of the token that matched.</summary>
    public ImmutableArray<string> Swaps { get; init; } = [];

    /// <summary>Of an occurrence.</summary>
    public int? Max { get; init; }

    /// <inheritdoc cref="Max"/>
    public int? Min { get; init; }

    /// <summary>A page about the rule.</summary>
    public string? Link { get; init; }
}
