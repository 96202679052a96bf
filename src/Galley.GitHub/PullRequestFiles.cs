using System.Globalization;
using System.Text.RegularExpressions;
using Octokit;

namespace Galley.GitHub;

/// <summary>A file that a pull request changes.</summary>
/// <param name="Path">In the repository.</param>
/// <param name="Before">Its path before, where it was renamed.</param>
/// <param name="Lines">The lines, of the new version, that a comment can be put on.</param>
public sealed record ChangedFile(string Path, string? Before, IReadOnlyList<(int First, int Last)> Lines)
{
    public bool Shows(int first, int last) => Lines.Any(hunk => hunk.First <= first && last <= hunk.Last);
}

/// <summary>Reads which files and lines a pull request changes.</summary>
internal static partial class PullRequestFiles
{
    private static readonly Dictionary<string, string> NoQuery = [];

    public static async Task<IReadOnlyList<ChangedFile>> Read(
        GitHubApi api,
        int pull,
        CancellationToken cancellationToken
    ) =>
        [
            .. (await api.ReadAll<PullRequestFile>($"pulls/{pull}/files", NoQuery, cancellationToken)).Select(
                file => new ChangedFile(file.FileName, file.PreviousFileName, Hunks(file.Patch ?? ""))
            ),
        ];

    private static List<(int, int)> Hunks(string patch) =>
        [
            .. Hunk()
                .Matches(patch)
                .Select(hunk =>
                {
                    var first = int.Parse(hunk.Groups["first"].Value, CultureInfo.InvariantCulture);
                    var count = hunk.Groups["count"] is { Success: true } group
                        ? int.Parse(group.Value, CultureInfo.InvariantCulture)
                        : 1;
                    return (first, first + count - 1);
                }),
        ];

    [GeneratedRegex(@"^@@ -\d+(,\d+)? \+(?<first>\d{1,9})(,(?<count>\d{1,9}))? @@", RegexOptions.Multiline)]
    private static partial Regex Hunk();
}
