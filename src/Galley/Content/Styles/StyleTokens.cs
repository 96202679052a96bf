using System.Collections.Immutable;

namespace Galley.Content.Styles;

/// <summary>The tokens of a rule as they are written, and how Vale puts them together.</summary>
internal sealed record StyleTokens(ImmutableArray<string> Words)
{
    public bool IgnoreCase { get; init; }

    /// <summary>Tokens are whole words.</summary>
    public bool AreWords { get; init; }

    /// <summary>Whether a match says which token it was. Needs a group for each.</summary>
    public bool AreToldApart { get; init; }

    /// <summary>Before and after the tokens, as it stands.</summary>
    public string Before { get; init; } = "";

    /// <inheritdoc cref="Before"/>
    public string After { get; init; } = "";

    public string Expression(int from, int until, Func<int, string> nameOf)
    {
        var words = Enumerable
            .Range(from, until - from)
            .Select(number => AreToldApart ? $"(?<{nameOf(number)}>{Words[number]})" : Words[number]);
        var choice = until > from ? $"(?:{string.Join('|', words)})" : "";
        return Before + (AreWords && choice.Length > 0 ? $@"\b{choice}\b" : choice) + After;
    }
}
