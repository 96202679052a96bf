using System.Collections.Immutable;
using System.Text.Json;
using Galley.Payloads;

namespace Galley.Planning;

/// <summary>What differs between two payloads, in the author's own fields, for a person who must make the change by hand.</summary>
internal static class FieldChanges
{
    /// <param name="mediaNames">File names by SHA-256, so that nobody has to read a hash.</param>
    public static ImmutableArray<FieldChange> Between(
        Payload before,
        Payload after,
        ImmutableDictionary<string, string> mediaNames
    )
    {
        if (before.SaysTheSameAs(after))
        {
            return [];
        }

        using var old = JsonDocument.Parse(before.Canonical);
        using var current = JsonDocument.Parse(after.Canonical);
        var changes = ImmutableArray.CreateBuilder<FieldChange>();
        Compare("", old.RootElement, current.RootElement, mediaNames, changes);
        return changes.ToImmutable();
    }

    /// <summary>The changes that the file asks for, and beside them what somebody changed in LeadPanther.</summary>
    public static IEnumerable<FieldChange> WithDrift(
        ImmutableArray<FieldChange> changes,
        ImmutableArray<WireDifference> differences
    )
    {
        var drift = differences.ToLookup(found => WireFields.AuthorName(found.Field));
        foreach (var group in drift)
        {
            var found = group.First();
            var wanted = changes.FirstOrDefault(change => change.Field == group.Key);
            var sent = WireFields.Text(found.Sent);
            yield return (wanted ?? new FieldChange(group.Key, sent, sent)) with
            {
                IsDrift = true,
                There = WireFields.Text(found.There),
            };
        }

        foreach (var change in changes.Where(change => !drift.Contains(change.Field)))
        {
            yield return change;
        }
    }

    private static void Compare(
        string field,
        JsonElement? before,
        JsonElement? after,
        ImmutableDictionary<string, string> mediaNames,
        ImmutableArray<FieldChange>.Builder changes
    )
    {
        if (before is { ValueKind: JsonValueKind.Object } || after is { ValueKind: JsonValueKind.Object })
        {
            if (IsMedium(before) || IsMedium(after))
            {
                Add();
            }
            else
            {
                foreach (var name in Names(before, after))
                {
                    Compare(Join(field, name), Member(before, name), Member(after, name), mediaNames, changes);
                }
            }
        }
        else
        {
            Add();
        }

        void Add()
        {
            var (old, current) = (Describe(before, mediaNames), Describe(after, mediaNames));
            if (old != current)
            {
                changes.Add(new FieldChange(field, old, current));
            }
        }
    }

    private static bool IsMedium(JsonElement? value) =>
        Member(value, "sha256") is not null || Member(value, "url") is not null;

    private static IEnumerable<string> Names(JsonElement? before, JsonElement? after) =>
        MemberNames(before).Union(MemberNames(after)).Order(StringComparer.Ordinal);

    private static IEnumerable<string> MemberNames(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } members
            ? members.EnumerateObject().Select(member => member.Name)
            : [];

    private static JsonElement? Member(JsonElement? value, string name) =>
        value is { ValueKind: JsonValueKind.Object } members && members.TryGetProperty(name, out var member)
            ? member
            : null;

    private static string Join(string field, string name) => field.Length == 0 ? name : $"{field}.{name}";

    private static string? Describe(JsonElement? value, ImmutableDictionary<string, string> mediaNames) =>
        value switch
        {
            null => null,
            { ValueKind: JsonValueKind.String } text => text.GetString(),
            { ValueKind: JsonValueKind.Array } list => string.Join(
                "\n",
                list.EnumerateArray().Select(item => Describe(item, mediaNames))
            ),
            { ValueKind: JsonValueKind.Object } members => ObjectWords(members, mediaNames),
            { } other => other.GetRawText(),
        };

    private static string ObjectWords(JsonElement members, ImmutableDictionary<string, string> mediaNames)
    {
        if (members.TryGetProperty("sha256", out var hash))
        {
            return mediaNames.GetValueOrDefault(hash.GetString()!, $"a file with SHA-256 {hash}");
        }

        if (members.TryGetProperty("url", out var url))
        {
            return url.ToString();
        }

        if (!members.TryGetProperty("text", out var text))
        {
            return members.GetRawText();
        }

        return members.TryGetProperty("delay_minutes", out var delay)
            ? $"{text} (after {delay} minutes)"
            : text.ToString();
    }
}
