using System.Collections.Immutable;
using System.Text.Json;
using Galley.Content;
using Galley.Publishing;
using NodaTime;
using NodaTime.Text;

namespace Galley.Rendering;

/// <summary>Reads back what <see cref="ApplyResultJson"/> wrote, and makes one result of the shards' several.</summary>
public static class ApplyResultFile
{
    /// <param name="name">The file's, for messages.</param>
    public static ApplyResult Parse(string json, string name)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            if (root.GetProperty("version").GetInt32() != 1) throw new FormatException();
            return new ApplyResult
            {
                Done = Items(root, "done"),
                Failed = Items(root, "failed"),
                InDoubt = Items(root, "in_doubt"),
                Held = Items(root, "held"),
                NotStarted = Items(root, "not_started"),
                Waiting = Items(root, "waiting"),
                Unrecorded = Texts(root, "unrecorded"),
                Warnings = Texts(root, "warnings"),
                ByHand = root.GetProperty("by_hand").GetInt32(),
                Error = Text(root, "error"),
                IsRefusal = root.GetProperty("refused").GetBoolean(),
                Need = (ExitCode)root.GetProperty("exit_code").GetInt32(),
            };
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or UnparsableValueException)
        {
            throw new GalleyException($"{name} is not a result that `galley apply --out` saved.");
        }
    }

    public static ApplyResult Merged(IReadOnlyCollection<ApplyResult> results)
    {
        var errors = results.Select(result => result.Error).OfType<string>().Distinct().ToList();
        return new ApplyResult
        {
            Done = All(result => result.Done),
            Failed = All(result => result.Failed),
            InDoubt = All(result => result.InDoubt),
            Held = All(result => result.Held),
            NotStarted = All(result => result.NotStarted),
            Waiting = All(result => result.Waiting),
            Unrecorded = [.. results.SelectMany(result => result.Unrecorded)],
            Warnings = [.. results.SelectMany(result => result.Warnings).Distinct()],
            ByHand = results.Sum(result => result.ByHand),
            Error = errors.Count == 0 ? null : string.Join(' ', errors),
            IsRefusal = errors.Count > 0 && results.All(result => result.IsRefusal || result.Error is null),
            Need = ExitNeed.Highest(results.Select(result => result.ExitCode)),
        };

        ImmutableArray<ApplyItem> All(Func<ApplyResult, ImmutableArray<ApplyItem>> list) =>
            [.. results.SelectMany(result => list(result)).OrderBy(item => item.Client, StringComparer.Ordinal).ThenBy(item => item.Kind).ThenBy(item => item.Key, StringComparer.Ordinal)];
    }

    private static ImmutableArray<ApplyItem> Items(JsonElement root, string name) =>
    [
        .. root.GetProperty(name).EnumerateArray().Select(item => new ApplyItem(
            KindName.Parse(Text(item, "kind") ?? "") ?? throw new FormatException(), Text(item, "client") ?? throw new FormatException(), Text(item, "key") ?? throw new FormatException())
        {
            Id = Text(item, "id"),
            Code = Text(item, "code"),
            Reason = Text(item, "reason"),
            Sentence = Text(item, "sentence") ?? "",
            RequestId = Text(item, "request_id"),
            OpensAt = Text(item, "opens_at") is { } opens ? InstantPattern.ExtendedIso.Parse(opens).Value : (Instant?)null,
        }),
    ];

    private static ImmutableArray<string> Texts(JsonElement root, string name) => [.. root.GetProperty(name).EnumerateArray().Select(text => text.GetString() ?? "")];

    private static string? Text(JsonElement from, string name) => from.GetProperty(name).GetString();
}
