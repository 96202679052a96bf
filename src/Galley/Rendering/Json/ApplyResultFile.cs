using System.Collections.Immutable;
using System.Text.Json;
using Galley.Applying.Results;
using Galley.Planning;

namespace Galley.Rendering.Json;

/// <summary>Reads back what <see cref="ApplyResultJson"/> wrote, and makes one result of the shards' several.</summary>
public static class ApplyResultFile
{
    /// <param name="name">The file's, for messages.</param>
    public static ApplyResult Parse(string json, string name) =>
        SavedFile.Read(json, $"{name} is not a result that `galley apply --out` saved.", Result);

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
            Need = ExitCodePriority.Highest(results.Select(result => result.ExitCode)),
        };

        ImmutableArray<ApplyItem> All(Func<ApplyResult, ImmutableArray<ApplyItem>> list) =>
            [
                .. results
                    .SelectMany(result => list(result))
                    .OrderBy(item => item.Client, StringComparer.Ordinal)
                    .ThenBy(item => item.Kind)
                    .ThenBy(item => item.Key, StringComparer.Ordinal),
            ];
    }

    private static ApplyResult Result(JsonElement root) =>
        new()
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
            Error = root.Text("error"),
            IsRefusal = root.GetProperty("refused").GetBoolean(),
            Need = (ExitCode)root.GetProperty("exit_code").GetInt32(),
        };

    private static ImmutableArray<ApplyItem> Items(JsonElement root, string name) => [.. root.List(name).Select(Item)];

    private static ApplyItem Item(JsonElement item) =>
        new(item.Kind(), item.Needed("client"), item.Needed("key"))
        {
            Id = item.Text("id"),
            Code = item.Text("code"),
            Reason = item.Text("reason"),
            Sentence = item.Text("sentence") ?? "",
            RequestId = item.Text("request_id"),
            OpensAt = item.Time("opens_at"),
            Zone = item.Text("zone"),
        };

    private static ImmutableArray<string> Texts(JsonElement root, string name) =>
        [.. root.List(name).Select(text => text.GetString() ?? "")];
}
