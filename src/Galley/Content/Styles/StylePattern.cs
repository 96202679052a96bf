using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Galley.Content.Styles;

/// <summary>The tokens of a rule, matched in time that grows with the text's length only, whatever the tokens say.</summary>
public sealed class StylePattern
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.CultureInvariant;

    /// <summary>
    /// For one text. Linear is not yet fast: a huge automaton over a huge page takes long, and so do many matches that each look to
    /// the end of the text.
    /// </summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    /// <summary>More matches in one text say nothing new.</summary>
    private const int MostMatches = 10_000;

    private const string Token = "token";

    private readonly ImmutableArray<Regex> _parts;

    private StylePattern(ImmutableArray<Regex> parts) => _parts = parts;

    public bool IsEmpty => _parts.IsEmpty;

    /// <summary>A token that can't be used is reported with its number; the others are used.</summary>
    internal static StylePattern From(StyleTokens tokens, Action<int> refuse)
    {
        var parts = ImmutableArray.CreateBuilder<Regex>();
        Add(0, tokens.Words.Length);
        return new StylePattern(parts.ToImmutable());

        // All tokens as one expression, or in halves: .NET refuses one that is too large, and does not say for which token.
        void Add(int from, int until)
        {
            if (TryCompile(tokens, from, until) is { } regex)
            {
                parts.Add(regex);
            }
            else if (until - from <= 1)
            {
                refuse(from);
            }
            else
            {
                var middle = (from + until) / 2;
                Add(from, middle);
                Add(middle, until);
            }
        }
    }

    /// <summary>In the order of the text; none overlaps another, and none is empty.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took too long.</exception>
    public IEnumerable<StyleMatch> In(string text)
    {
        var end = 0;
        foreach (var match in _parts.SelectMany(regex => Matches(regex, text)).OrderBy(match => match.Index))
        {
            if (match.Index >= end && match.Length > 0)
            {
                end = match.Index + match.Length;
                yield return new StyleMatch(match.Index, match.Value, NumberOf(match));
            }
        }
    }

    public bool IsIn(string text) => _parts.Any(regex => regex.IsMatch(text));

    /// <summary>Whether one token is all of the text.</summary>
    public bool IsAllOf(string text) => In(text).FirstOrDefault() is { Start: 0 } match && match.Text == text;

    /// <summary>One by one: a collection of them would find all before it gives the first.</summary>
    private static IEnumerable<Match> Matches(Regex regex, string text)
    {
        var start = Stopwatch.GetTimestamp();
        var match = regex.Match(text);
        for (var count = 0; match.Success && count < MostMatches; count++)
        {
            yield return match;
            if (Stopwatch.GetElapsedTime(start) > MostTime)
            {
                throw new RegexMatchTimeoutException();
            }

            match = match.NextMatch();
        }
    }

    private static Regex? TryCompile(StyleTokens tokens, int from, int until)
    {
        try
        {
            return new Regex(
                tokens.Expression(from, until, number => Token + number.ToString(CultureInfo.InvariantCulture)),
                Options
                    | (tokens.IgnoreCase ? RegexOptions.IgnoreCase : RegexOptions.None)
                    // It finds the same, but most of .NET's code for it is compiled at each start: a fifth of a short run.
                    | (tokens.AreFewAndPlain(from, until) ? RegexOptions.None : RegexOptions.NonBacktracking),
                MostTime
            );
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    private static int NumberOf(Match match)
    {
        var group = match.Groups.Values.FirstOrDefault(group =>
            group.Success && group.Name.StartsWith(Token, StringComparison.Ordinal)
        );
        return group is null ? 0 : int.Parse(group.Name.AsSpan(Token.Length), CultureInfo.InvariantCulture);
    }
}

/// <param name="Token">The number of the token that matched, where the tokens are told apart.</param>
public sealed record StyleMatch(int Start, string Text, int Token);
