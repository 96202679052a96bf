using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Galley.Sandbox.Faults;

/// <summary>The compact form of a rule: <c>ON[#N|#N-M|#N+][~CHANCE]:KIND[=ARGUMENT]</c>, or a bare status for KIND.</summary>
internal static partial class FaultText
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly ImmutableArray<string> Names =
    [
        "*",
        "creates",
        "lists",
        "changes",
        "reads",
        "upload",
        "media",
        .. Documentation.ApiOperations.All.Select(operation => operation.Name),
    ];

    private static readonly ImmutableDictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>()
        .ToImmutableDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    public static FaultPlan Parse(string text)
    {
        var lines = text.Split('\n', Trimmed).Where(line => !line.StartsWith('#'));
        var plan = FaultPlan.None;
        foreach (var part in lines.SelectMany(line => line.Split(',', Trimmed)))
        {
            plan =
                part.StartsWith("seed=", StringComparison.Ordinal)
                && int.TryParse(part[5..], CultureInfo.InvariantCulture, out var seed)
                    ? plan with
                    {
                        Seed = seed,
                    }
                    : plan with
                    {
                        Rules = plan.Rules.Add(Rule(part)),
                    };
        }

        return plan;
    }

    /// <summary>Says what is wrong with a rule, however it was written.</summary>
    public static void Check(FaultRule rule, string text)
    {
        if (!Names.Contains(rule.On))
        {
            throw Wrong(text, $"it says \"{rule.On}\" where one of {string.Join(", ", Names)} must stand");
        }

        if (rule.Chance is not (>= 0 and <= 1))
        {
            throw Wrong(text, "a chance lies between 0 and 1");
        }

        if (rule.From < 1 || rule.To < rule.From)
        {
            throw Wrong(text, "requests count from 1, and the last can't stand before the first");
        }

        if (rule.Status is not (null or (>= 200 and <= 599)))
        {
            throw Wrong(text, "a status lies between 200 and 599");
        }

        if (rule.Kind == FaultKind.Delay && rule.Seconds is null)
        {
            throw Wrong(text, "a delay needs its length, as in delay=2s");
        }

        if (rule.Seconds is not (null or (>= 0 and <= 86400)))
        {
            throw Wrong(text, "a length of time lies between 0 and 86400 seconds");
        }
    }

    private static FaultRule Rule(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            throw Wrong(text, "it must read like create-post#3:reset-after-store");
        }

        var rule = What(text, match) with
        {
            From = Number(match, "from") ?? 1,
            To = match.Groups["open"].Success ? null : Number(match, "to") ?? Number(match, "from"),
            Chance = match.Groups["chance"] is { Success: true, Value: var chance }
                ? double.Parse(chance, CultureInfo.InvariantCulture)
                : 1,
        };
        Check(rule, text);
        return rule;
    }

    private static FaultRule What(string text, Match match)
    {
        var (on, kind) = (match.Groups["on"].Value, match.Groups["kind"].Value);
        var seconds = Seconds(match);
        if (Number(match, "status") is { } status)
        {
            var stored = match.Groups["stored"].Success;
            return new FaultRule(on, stored ? FaultKind.StatusAfterStore : FaultKind.Status)
            {
                Status = status,
                Seconds = seconds,
            };
        }

        if (!Kinds.TryGetValue(kind, out var known))
        {
            throw Wrong(
                text,
                $"\"{kind}\" is none of {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}, nor a status"
            );
        }

        return known is FaultKind.Delay
            ? new FaultRule(on, known) { Seconds = seconds }
            : new FaultRule(on, known) { Status = Number(match, "number") };
    }

    private static double? Seconds(Match match)
    {
        if (match.Groups["number"] is not { Success: true } number)
        {
            return null;
        }

        var value = double.Parse(number.Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value == "ms" ? value / 1000 : value;
    }

    private static int? Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static GalleyException Wrong(string rule, string why) =>
        new($"The fault rule \"{rule}\" can't be read: {why}. See docs/sandbox.md for the forms.");

    [GeneratedRegex(
        """
            ^(?<on>[a-z*-]+)
            (\#(?<from>[0-9]{1,6})((?<open>\+)|-(?<to>[0-9]{1,6}))?)?
            (~(?<chance>[0-9]*\.?[0-9]+))?
            :((?<status>[0-9]{3})(?<stored>-after-store)?|(?<kind>[a-z-]+))
            (=(?<number>[0-9]*\.?[0-9]+)(?<unit>ms|s)?)?$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Form();
}
