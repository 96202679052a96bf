using System.Text.RegularExpressions;

namespace Galley.Testing.GitHub;

/// <summary>The paths that Galley asks for, below the repository.</summary>
internal static partial class GitHubRoutes
{
    [GeneratedRegex(@"^/issues/(\d+)/comments$")]
    public static partial Regex ThreadComments();

    [GeneratedRegex(@"^/issues/comments/(\d+)$")]
    public static partial Regex OneComment();

    [GeneratedRegex(@"^/issues/(\d+)$")]
    public static partial Regex OneIssue();

    [GeneratedRegex("^/statuses/([0-9a-f]+)$")]
    public static partial Regex StatusOf();

    [GeneratedRegex("^/commits/([0-9a-f]+)/pulls$")]
    public static partial Regex PullsOf();

    [GeneratedRegex(@"^/pulls/(\d+)/files$")]
    public static partial Regex FilesOf();

    [GeneratedRegex(@"^/actions/runs/(\d+)/artifacts$")]
    public static partial Regex ArtifactsOf();

    [GeneratedRegex(@"^/pulls/(\d+)/comments$")]
    public static partial Regex LineCommentsOf();

    [GeneratedRegex(@"^/pulls/(\d+)$")]
    public static partial Regex OnePull();

    [GeneratedRegex("^/collaborators/([^/]+)/permission$")]
    public static partial Regex PermissionOf();
}
