using System.Collections.Immutable;
using Galley.Applying.Results;
using Galley.Rendering.Json.Documents;

namespace Galley.Rendering.Json;

/// <summary>
/// An apply's result for programs: what <c>--out</c> and <c>--format json</c> give, read back, and the shards'
/// several as one.
/// </summary>
public static class ApplyResultJson
{
    public static string Write(ApplyResult result) =>
        RenderingJson.Write(ApplyResultDocument.From(result), RenderingJson.Default.ApplyResultDocument);

    /// <param name="name">The file's, for messages.</param>
    public static ApplyResult Parse(string json, string name) =>
        RenderingJson.Read(
            json,
            $"{name} is not a result that `galley apply --out` saved.",
            RenderingJson.Default.ApplyResultDocument,
            document => document.ToResult()
        );

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
}
