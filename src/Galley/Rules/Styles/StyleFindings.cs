using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Content.Styles;

namespace Galley.Rules.Styles;

/// <summary>What one rule finds in one text.</summary>
internal static partial class StyleFindings
{
    /// <summary>Who has this many in one text has understood.</summary>
    private const int Most = 20;

    private const int LongestShown = 60;

    /// <exception cref="RegexMatchTimeoutException">The rule took too long.</exception>
    public static IEnumerable<StyleFinding> In(StyleText text, StyleRule rule) =>
        StyleUnits
            .Of(text, rule.Scope.Unit)
            .SelectMany(unit => In(unit.Text, rule).Select(found => found with { Start = found.Start + unit.Start }))
            .Take(Most);

    private static IEnumerable<StyleFinding> In(string text, StyleRule rule) =>
        rule.Kind switch
        {
            StyleKind.Existence => Found(text, rule).Select(match => Unwanted(match, rule)),
            StyleKind.Substitution => Found(text, rule)
                .Where(match => !IsRight(match, rule) && !IsInAddress(match, text))
                .Select(match => Wrong(match, rule)),
            StyleKind.Occurrence => Counted(text, rule),
            StyleKind.Required => rule.Pattern.IsIn(text) ? [] : [Missing(rule)],
            _ => throw new ArgumentOutOfRangeException(nameof(rule)),
        };

    private static IEnumerable<StyleMatch> Found(string text, StyleRule rule) =>
        rule.Pattern.In(text).Where(match => rule.Exceptions?.IsAllOf(match.Text) != true);

    private static StyleFinding Unwanted(StyleMatch match, StyleRule rule) =>
        new(
            match.Start,
            match.Text,
            Message(rule, match.Text),
            Help($"Delete or replace \"{Short(match.Text)}\".", rule)
        );

    private static StyleFinding Wrong(StyleMatch match, StyleRule rule)
    {
        var right = string.Join("' or '", RightWords(match, rule));
        return new(match.Start, match.Text, Message(rule, right, match.Text), Help($"Write '{right}'.", rule));
    }

    /// <summary>A rule without capitals also finds the right spelling.</summary>
    private static bool IsRight(StyleMatch match, StyleRule rule) => RightWords(match, rule).Contains(match.Text);

    /// <summary>Other letters there would be another address. What is unwanted is unwanted there, too: such as a link shortener.</summary>
    private static bool IsInAddress(StyleMatch match, string text) =>
        Address()
            .Matches(text)
            .Any(address => address.Index <= match.Start && match.Start < address.Index + address.Length);

    private static string[] RightWords(StyleMatch match, StyleRule rule) => rule.Swaps[match.Token].Split('|');

    private static IEnumerable<StyleFinding> Counted(string text, StyleRule rule)
    {
        var found = Found(text, rule).ToArray();
        var count = found.Length.ToString(CultureInfo.InvariantCulture);
        if (found.Length > rule.Max)
        {
            var over = found[rule.Max.Value];
            yield return new(
                over.Start,
                over.Text,
                Message(rule, count),
                Help($"At most {rule.Max}; here are {count}.", rule)
            );
        }

        if (found.Length < rule.Min)
        {
            yield return new(0, "", Message(rule, count), Help($"At least {rule.Min}; here are {count}.", rule));
        }
    }

    private static StyleFinding Missing(StyleRule rule) =>
        new(0, "", Message(rule), Help("Add what is missing.", rule));

    private static string Help(string what, StyleRule rule) =>
        $"{what} The rule is {rule.Path}." + (rule.Link is { } link ? $" See {link}" : "");

    private static string Message(StyleRule rule, params string[] words)
    {
        var next = 0;
        return Placeholder().Replace(rule.Message, _ => next < words.Length ? Short(words[next++]) : "%s");
    }

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length > LongestShown ? line[..LongestShown] + "…" : line;
    }

    [GeneratedRegex(@"https?://\S+")]
    private static partial Regex Address();

    [GeneratedRegex("%s")]
    private static partial Regex Placeholder();
}
