using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Galley.Git;

namespace Galley.Content;

/// <summary>
/// Files that are no content, and decide what programs do with a repository: jobs, the .NET SDK, package sources, filters of
/// Git. Whoever reviews a post would pass over them.
/// </summary>
public static partial class SteeringFiles
{
    private const int MostNames = 10;

    /// <param name="paths">From the repository's top, with <c>/</c>.</param>
    public static ImmutableArray<string> Among(IEnumerable<string> paths) =>
        [.. paths.Where(path => Steering().IsMatch(path)).Order(StringComparer.Ordinal)];

    /// <summary>Those that differ between a commit and the work tree.</summary>
    public static async Task<ImmutableArray<string>> ChangedSince(
        string root,
        string commit,
        CancellationToken cancellationToken
    )
    {
        var paths = await new GitRepository(root).TryText(
            cancellationToken,
            [.. GitRepository.NamesThatDiffer, commit]
        );
        return Among(paths?.Split('\0', StringSplitOptions.RemoveEmptyEntries) ?? []);
    }

    /// <summary>Those that the checked-out branch changes: since it left the remote's default branch, as far as this clone knows.</summary>
    public static async Task<ImmutableArray<string>> ChangedByBranch(string root, CancellationToken cancellationToken)
    {
        var git = new GitRepository(root);
        return await git.TryText(cancellationToken, "merge-base", "HEAD", "refs/remotes/origin/HEAD") is { } commit
            ? await ChangedSince(root, commit, cancellationToken)
            : [];
    }

    /// <summary><c>global.json, nuget.config and 3 more</c>.</summary>
    /// <param name="name">How one is written.</param>
    public static string List(ImmutableArray<string> paths, Func<string, string> name) =>
        string.Join(", ", paths.Take(MostNames).Select(name))
        + (paths.Length > MostNames ? $" and {paths.Length - MostNames} more" : "");

    [GeneratedRegex(
        @"^\.github/|(^|/)(\.config/.*|global\.json|nuget\.config|Directory\.(Build|Packages|Solution)\.[^/]*"
            + @"|\.gitattributes|\.gitmodules|\.lfsconfig)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline
    )]
    private static partial Regex Steering();
}
