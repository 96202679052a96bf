using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Galley.Payloads;

/// <summary>One field in which what LeadPanther shows is not what a request body said.</summary>
/// <param name="Field">The field's name on the wire, dotted: <c>hosted_page.title</c>.</param>
public sealed record WireDifference(string Field, JsonNode? Sent, JsonNode? There);

/// <summary>
/// A request body held against what a read shows of the object. Only what both have is compared: a field that LeadPanther
/// does not show says nothing.
/// </summary>
public static class WireComparison
{
    // Orders to the create, which no object keeps.
    private static readonly FrozenSet<string> Orders = FrozenSet.Create(
        "linked_posts",
        "confirm_missing_magnet_url",
        "confirm_legacy_placeholder"
    );

    public static ImmutableArray<WireDifference> Differences(JsonObject wire, JsonObject there)
    {
        var found = ImmutableArray.CreateBuilder<WireDifference>();
        Compare("", wire, there, found);
        return found.ToImmutable();
    }

    /// <summary>The top-level fields of <paramref name="after"/> whose value is another than in <paramref name="before"/>.</summary>
    public static JsonObject Changed(JsonObject before, JsonObject after) =>
        new(
            after
                .Where(field => !Orders.Contains(field.Key) && !JsonNode.DeepEquals(field.Value, before[field.Key]))
                .Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone()))
        );

    /// <summary>Whether an object is as it is to be: every field that changes is shown, and none shows anything else.</summary>
    public static bool IsThereAlready(JsonObject before, JsonObject after, JsonObject there) =>
        Differences(after, there).IsEmpty && Changed(before, after).All(field => there.ContainsKey(field.Key));

    /// <summary>Whether a field was sent before and would not be now: no PATCH is documented that takes a field out.</summary>
    public static bool TakesOut(JsonObject before, JsonObject after) =>
        before.Any(field => !Orders.Contains(field.Key) && field.Value is not null && !after.ContainsKey(field.Key));

    /// <summary>The short name of what stands in LeadPanther: of the fields that a create sends, as far as they are shown.</summary>
    /// <param name="wire">A create's body, which names the fields.</param>
    public static string CodeOf(JsonObject wire, JsonObject there)
    {
        var shown = there.Where(field => wire.ContainsKey(field.Key) && !Orders.Contains(field.Key));
        var fields = new JsonObject(shown.Select(field => KeyValuePair.Create(field.Key, field.Value?.DeepClone())));
        return PayloadCode.From(PayloadCode.Sha256Of(CanonicalJson.Write(fields)));
    }

    public static JsonObject Parse(string wire) => JsonNode.Parse(wire)!.AsObject();

    /// <summary>Whether two texts are the same to a reader: line ends and blanks around them do not count.</summary>
    public static bool SameText(string? one, string? other) => NormalText(one) == NormalText(other);

    /// <summary>What <see cref="SameText"/> compares; null where there is nothing to read.</summary>
    public static string? NormalText(string? text) =>
        text?.ReplaceLineEndings("\n").Trim() is { Length: > 0 } trimmed ? trimmed : null;

    private static void Compare(
        string path,
        JsonObject wire,
        JsonObject there,
        ImmutableArray<WireDifference>.Builder found
    )
    {
        foreach (var (name, sent) in wire)
        {
            if (Orders.Contains(name) || !there.TryGetPropertyValue(name, out var shown))
            {
                continue;
            }

            var field = path.Length == 0 ? name : $"{path}.{name}";
            if (sent is JsonObject inner && shown is JsonObject other)
            {
                Compare(field, inner, other, found);
            }
            else if (!Same(sent, shown))
            {
                found.Add(new WireDifference(field, sent, shown));
            }
        }
    }

    private static bool Same(JsonNode? sent, JsonNode? there) =>
        (sent, there) switch
        {
            (JsonArray one, JsonArray other) => one.Count == other.Count && one.Zip(other).All(SameItem),
            (JsonObject one, JsonObject other) => Differences(one, other).IsEmpty,
            _ when IsNothing(sent) && IsNothing(there) => true,
            (JsonValue one, JsonValue other) => SameValue(one, other),
            _ => false,
        };

    private static bool SameItem((JsonNode? Sent, JsonNode? There) pair) => Same(pair.Sent, pair.There);

    /// <summary>Absent notes go as "" and no follow-ups as an object that says so; both may come back as null.</summary>
    private static bool IsNothing(JsonNode? node) =>
        node is null or JsonArray { Count: 0 }
        || node is JsonObject fields && (IsSwitchedOff(fields) || fields.All(field => IsNothing(field.Value)))
        || node is JsonValue value && value.TryGetValue<string>(out var text) && NormalText(text) is null;

    private static bool IsSwitchedOff(JsonObject fields) =>
        fields["enabled"] is JsonValue enabled && enabled.TryGetValue<bool>(out var isOn) && !isOn;

    private static bool SameValue(JsonValue one, JsonValue other)
    {
        if (one.GetValueKind() != JsonValueKind.String || other.GetValueKind() != JsonValueKind.String)
        {
            return JsonNode.DeepEquals(one, other);
        }

        var (a, b) = (one.GetValue<string>(), other.GetValue<string>());
        return SameText(a, b) || SameTime(a, b);
    }

    private static bool SameTime(string one, string other) =>
        OffsetDateTimePattern.ExtendedIso.Parse(one) is { Success: true, Value: var a }
        && OffsetDateTimePattern.ExtendedIso.Parse(other) is { Success: true, Value: var b }
        && a.ToInstant() == b.ToInstant();
}
