using System.Collections.Immutable;
using Galley.Applying.Results;
using Galley.GitHub;

namespace Galley.Cli.GitHub;

/// <summary>An apply's result, divided among the pull requests that its posts came from.</summary>
/// <param name="Own">For the run's own pull request: everything that belongs to no other.</param>
/// <param name="Others">By number: only the items of that pull request.</param>
internal sealed record ResultShares(ApplyResult Own, ImmutableSortedDictionary<int, ApplyResult> Others)
{
    /// <param name="own">The run's own pull request.</param>
    /// <param name="files">The file of each item that was sent or tried, in the repository.</param>
    public static async Task<ResultShares> Split(
        ApplyResult result,
        int? own,
        IReadOnlyDictionary<ApplyItem, string> files,
        GitHubReporter reporter,
        CancellationToken cancellationToken
    )
    {
        var numbers = await reporter.PullRequestsOf(files.Values, cancellationToken);
        int? NumberOf(ApplyItem item) =>
            files.TryGetValue(item, out var file) && numbers.TryGetValue(file, out var number) && number != own
                ? number
                : null;

        var rest = Share(result, item => NumberOf(item) is null);
        return new ResultShares(
            result with
            {
                Done = rest.Done,
                Failed = rest.Failed,
                InDoubt = rest.InDoubt,
            },
            numbers
                .Values.Where(number => number != own)
                .Distinct()
                .ToImmutableSortedDictionary(
                    number => number,
                    number => Share(result, item => NumberOf(item) == number)
                )
        );
    }

    private static ApplyResult Share(ApplyResult result, Func<ApplyItem, bool> belongs) =>
        new()
        {
            Done = [.. result.Done.Where(belongs)],
            Failed = [.. result.Failed.Where(belongs)],
            InDoubt = [.. result.InDoubt.Where(belongs)],
        };
}
