using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Galley.Sandbox.Faults;

/// <summary>The compact form of a rule: <c>ON[#N|#N-M|#N+][~CHANCE]:KIND[=ARGUMENT]</c>, or a bare status for KIND.</summary>
internal static partial class FaultText
{
    private const StringSplitOptions Trimmed = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private static readonly ImmutableDictionary<string, FaultKind> Kinds = Enum.GetValues<FaultKind>()
        .ToImmutableDictionary(kind => JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()));

    public static FaultPlan Parse(string text) =>
        text.Split('\n', Trimmed)
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => line.Split(',', Trimmed))
            .Aggregate(FaultPlan.None, With);

    /// <summary>Of its kind, as rules spell it.</summary>
    public static string KindOf(FaultRule rule) => JsonNamingPolicy.KebabCaseLower.ConvertName(rule.Kind.ToString());

    private static FaultPlan With(FaultPlan plan, string part) =>
        part.Split('=', 2) switch
        {
            ["seed", var number] when int.TryParse(number, CultureInfo.InvariantCulture, out var seed) => plan with
            {
                Seed = seed,
            },
            ["publishes"] => plan with { Publishes = true },
            ["without-scope", var scope] => plan with { WithoutScopes = plan.WithoutScopes.Add(Scope(scope, part)) },
            _ => plan with { Rules = plan.Rules.Add(Rule(part)) },
        };

    private static string Scope(string scope, string text)
    {
        FaultCheck.CheckScope(scope, text);
        return scope;
    }

    private static FaultRule Rule(string text)
    {
        if (Form().Match(text) is not { Success: true } match)
        {
            throw FaultCheck.Wrong(text, "it must look like create-post#3:reset-after-store");
        }

        var rule = What(text, match) with
        {
            From = Number(match, "from") ?? 1,
            To = match.Groups["open"].Success ? null : Number(match, "to") ?? Number(match, "from"),
            Chance = match.Groups["chance"] is { Success: true, Value: var chance }
                ? double.Parse(chance, CultureInfo.InvariantCulture)
                : 1,
        };
        FaultCheck.Check(rule, text);
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
            throw FaultCheck.Wrong(
                text,
                $"\"{kind}\" is none of {string.Join(", ", Kinds.Keys.Order(StringComparer.Ordinal))}, nor a status"
            );
        }

        return known is FaultKind.Delay
            ? new FaultRule(on, known) { Seconds = seconds }
            : new FaultRule(on, known)
            {
                Status = Number(match, "number"),
                Id = match.Groups["id"] is { Success: true, Value: var id } ? id : null,
            };
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

    [GeneratedRegex(
        """
            ^(?<on>[a-z*-]+)
            (\#(?<from>[0-9]{1,6})((?<open>\+)|-(?<to>[0-9]{1,6}))?)?
            (~(?<chance>[0-9]*\.?[0-9]+))?
            :((?<status>[0-9]{3})(?<stored>-after-store)?|(?<kind>[a-z-]+))
            (=((?<id>[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12})|(?<number>[0-9]*\.?[0-9]+)(?<unit>ms|s)?))?$
            """,
        RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Form();
}
