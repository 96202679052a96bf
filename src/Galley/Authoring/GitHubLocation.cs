using System.Text.RegularExpressions;
using Galley.Git;

namespace Galley.Authoring;

/// <summary>The place of a content root on GitHub.</summary>
/// <param name="Url">The repository's page.</param>
/// <param name="Folder">The content root, from the repository's top; empty for the top itself.</param>
public sealed partial record GitHubLocation(string Url, string Branch, string Folder)
{
    /// <summary>A person has to fill it in.</summary>
    public static readonly GitHubLocation Unknown = new("https://github.com/OWNER/REPO", "main", "");

    public bool IsKnown => this != Unknown;

    /// <summary>Read from the remote origin; <see cref="Unknown"/> if there is none or it is not on GitHub.</summary>
    public static async Task<GitHubLocation> From(string root, CancellationToken cancellationToken)
    {
        var git = new GitRepository(root);
        if (
            await git.TryTopLevel(cancellationToken) is null
            || await git.TryText(cancellationToken, "remote", "get-url", "origin") is not { } remote
        )
        {
            return Unknown;
        }

        if (Remote().Match(remote) is not { Success: true } match)
        {
            return Unknown;
        }

        var folder = await git.TryText(cancellationToken, "rev-parse", "--show-prefix") ?? "";
        return new GitHubLocation(
            $"https://{match.Groups["host"].Value}/{match.Groups["repository"].Value}",
            await PublishingBranch(root, cancellationToken),
            folder.Trim('/')
        );
    }

    /// <summary>The default branch of the remote origin, or else the one that is checked out; main outside a repository.</summary>
    public static async Task<string> PublishingBranch(string root, CancellationToken cancellationToken)
    {
        var git = new GitRepository(root);
        return
            await git.TryText(cancellationToken, "symbolic-ref", "--short", "refs/remotes/origin/HEAD") is { } tracked
            ? tracked["origin/".Length..]
            : await git.TryText(cancellationToken, "symbolic-ref", "--short", "HEAD") ?? Unknown.Branch;
    }

    /// <summary>A link that opens GitHub's editor with a new file in it.</summary>
    /// <param name="folder">From the content root.</param>
    public string NewFile(string folder, string name, string text) =>
        $"{Url}/new/{Escaped(Branch)}/{Escaped(Folder.Length == 0 ? folder : $"{Folder}/{folder}")}"
        + $"?filename={Uri.EscapeDataString(name)}&value={Uri.EscapeDataString(text)}";

    /// <summary>A link that opens a file in GitHub's editor; null where the place is not known.</summary>
    /// <param name="path">From the content root.</param>
    public string? Edit(string path) =>
        IsKnown ? $"{Url}/edit/{Escaped(Branch)}/{Escaped(Folder.Length == 0 ? path : $"{Folder}/{path}")}" : null;

    private static string Escaped(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));

    /// <summary>https, ssh or the short git@host:path form. The part before @ may be a secret and is not kept.</summary>
    [GeneratedRegex(
        @"^(?:(?:https|ssh|git)://(?:[^/@\s]*@)?|(?:[^/@\s]*@))"
            + @"(?<host>[^/:@\s]*github[^/:@\s]*)(?::[0-9]+/|[/:])(?<repository>[^/\s]+/[^/\s]+?)(?:\.git)?/?\z"
    )]
    private static partial Regex Remote();
}
