using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Faults;

/// <summary>What goes wrong, and what kind of API the sandbox plays.</summary>
/// <param name="Rules">The first one that hits a request decides; those that shape an answer come together with it.</param>
/// <param name="Seed">
/// Decides how <see cref="FaultRule.Chance"/> falls: the n-th request that a rule counts always falls the same way.
/// </param>
public sealed record FaultPlan(ImmutableArray<FaultRule> Rules, int Seed = 0)
{
    private static readonly JsonSerializerOptions Json = new(Wire.Strict)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static FaultPlan None { get; } = new([]);

    /// <summary>A post whose time has come shows <c>published</c> and its URL; otherwise it shows <c>scheduled</c> for ever.</summary>
    public bool Publishes { get; init; }

    /// <summary>Scopes that no key has.</summary>
    public ImmutableArray<string> WithoutScopes { get; init; } = [];

    /// <summary>
    /// Reads either form: JSON (begins with <c>{</c>), or text with one part a line or divided by commas: rules, <c>seed=N</c>,
    /// <c>publishes</c>, <c>without-scope=SCOPE</c>.
    /// </summary>
    public static FaultPlan Parse(string text) =>
        text.TrimStart().StartsWith('{') ? FromJson(text) : FaultText.Parse(text);

    /// <summary>Both together; this plan's rules come first.</summary>
    public FaultPlan And(FaultPlan other) =>
        new(Rules.AddRange(other.Rules), Seed == 0 ? other.Seed : Seed)
        {
            Publishes = Publishes || other.Publishes,
            WithoutScopes = [.. WithoutScopes.Union(other.WithoutScopes)],
        };

    private static FaultPlan FromJson(string text)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<FaultPlan>(text, Json)!;
            var rules = plan.Rules.IsDefault ? [] : plan.Rules;
            foreach (var rule in rules)
            {
                FaultCheck.Check(rule, JsonSerializer.Serialize(rule, Json));
            }

            foreach (var scope in plan.WithoutScopes)
            {
                FaultCheck.CheckScope(scope, scope);
            }

            return plan with
            {
                Rules = rules,
            };
        }
        catch (JsonException wrong)
        {
            throw new GalleyException(
                $"The fault plan can't be read: {wrong.Message} docs/sandbox.md shows the form.",
                inner: wrong
            );
        }
    }
}
