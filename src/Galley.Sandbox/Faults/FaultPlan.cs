using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Galley.Sandbox.Faults;

/// <summary>What shall go wrong. The first rule that hits a request decides.</summary>
/// <param name="Seed">Decides how <see cref="FaultRule.Chance"/> falls: the n-th request that a rule counts always falls the same way.</param>
public sealed record FaultPlan(ImmutableArray<FaultRule> Rules, int Seed = 0)
{
    private static readonly JsonSerializerOptions Json = new(Responses.Wire.Strict)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    public static FaultPlan None { get; } = new([]);

    /// <summary>Reads either form: JSON (begins with <c>{</c>), or rules as text, one a line or divided by commas, <c>seed=N</c> among them.</summary>
    public static FaultPlan Parse(string text) =>
        text.TrimStart().StartsWith('{') ? FromJson(text) : FaultText.Parse(text);

    private static FaultPlan FromJson(string text)
    {
        try
        {
            var plan = JsonSerializer.Deserialize<FaultPlan>(text, Json)!;
            var rules = plan.Rules.IsDefault ? [] : plan.Rules;
            foreach (var rule in rules)
            {
                FaultText.Check(rule, JsonSerializer.Serialize(rule, Json));
            }

            return plan with
            {
                Rules = rules,
            };
        }
        catch (JsonException wrong)
        {
            throw new GalleyException(
                $"The fault plan can't be read: {wrong.Message} See docs/sandbox.md for the form.",
                inner: wrong
            );
        }
    }
}
