using System.Collections.Immutable;

namespace Galley.Content.Styles;

/// <summary>The tokens of a rule as they are written, and how Vale puts them together.</summary>
internal sealed record StyleTokens(ImmutableArray<string> Words)
{
    public bool IgnoreCase { get; init; }

    private const int MostPlain = 50;

    /// <summary>Each may double the ways to try.</summary>
    private const int MostChoices = 4;

    /// <summary>Tokens are whole words.</summary>
    public bool AreWords { get; init; }

    /// <summary>Whether a match says which token it was. Needs a group for each.</summary>
    public bool AreToldApart { get; init; }

    /// <summary>Before and after the tokens, as it stands.</summary>
    public string Before { get; init; } = "";

    /// <inheritdoc cref="Before"/>
    public string After { get; init; } = "";

    /// <summary>
    /// Whether looking for them takes no long time in any text, even where each place is tried in every way: short lists of words
    /// with next to no choices in them, and at most one repetition, <c>\w+</c> at the end, which nothing follows.
    /// </summary>
    public bool AreFewAndPlain(int from, int until) =>
        until - from <= MostPlain && Before.Length + After.Length == 0 && Words[from..until].All(IsPlain);

    private static bool IsPlain(string token)
    {
        var word = token.EndsWith(@"\w+", StringComparison.Ordinal) ? token.AsSpan(..^3) : token;
        return !word.ContainsAny("*+{(") && word.Count('?') + word.Count('|') <= MostChoices && !HasClass(word);
    }

    /// <summary>As <c>\d</c>, or a reference to a group. A sign with a backslash before it is only that sign.</summary>
    private static bool HasClass(ReadOnlySpan<char> word)
    {
        for (var at = 0; at < word.Length; at++)
        {
            if (word[at] == '\\' && (at + 1 == word.Length || char.IsLetterOrDigit(word[at + 1])))
            {
                return true;
            }
        }

        return false;
    }

    public string Expression(int from, int until, Func<int, string> nameOf)
    {
        var words = Enumerable
            .Range(from, until - from)
            .Select(number => AreToldApart ? $"(?<{nameOf(number)}>{Words[number]})" : Words[number]);
        var choice = until > from ? $"(?:{string.Join('|', words)})" : "";
        return Before + (AreWords && choice.Length > 0 ? $@"\b{choice}\b" : choice) + After;
    }
}
