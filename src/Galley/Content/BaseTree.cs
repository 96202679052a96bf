using System.Collections.Immutable;
using System.Text;
using Galley.Git;

namespace Galley.Content;

/// <summary>
/// A commit's files below the content root, which can be a subfolder of the repository. All paths are from the content root.
/// </summary>
internal sealed class BaseTree
{
    private readonly GitRepository _git;
    private readonly string _prefix;

    private BaseTree(GitRepository git, string commit, string prefix) =>
        (_git, Commit, _prefix) = (git, commit, prefix);

    public string Commit { get; }

    public static async Task<BaseTree> Open(string contentRoot, string revision, CancellationToken cancellationToken)
    {
        var git = new GitRepository(contentRoot);
        if (await git.TryText(cancellationToken, "rev-parse", "--show-prefix") is not { } prefix)
        {
            throw new GalleyException(
                "--base compares with a commit, but the content is not in a Git repository. "
                    + "Run galley in a clone, or leave --base out."
            );
        }

        if (await git.TryCommit(revision, cancellationToken) is { } commit)
        {
            return new BaseTree(git, commit, prefix);
        }

        throw await git.TryText(cancellationToken, "rev-parse", "--is-shallow-repository") == "true"
            ? new GalleyException(
                $"This clone is shallow and does not have {revision}. Run `git fetch --depth=1 origin {revision}` first, "
                    + "or clone with the whole history (`fetch-depth: 0` in GitHub Actions)."
            )
            : new GalleyException(
                $"There is no commit {revision} in this clone. Check --base, or fetch the commit first."
            );
    }

    /// <summary>Files of the work tree, committed or not, that differ from the commit's: changed, new or deleted.</summary>
    public async Task<ImmutableHashSet<string>> Changed(CancellationToken cancellationToken)
    {
        var differ = await Paths(
            cancellationToken,
            [.. GitRepository.NamesThatDiffer, "--relative", Commit, "--", "."]
        );
        var untracked = await Paths(cancellationToken, "ls-files", "--others", "--exclude-standard", "-z", "--", ".");
        return [.. differ, .. untracked];
    }

    /// <summary>Plain files only. Links and submodules are not content.</summary>
    public async Task<IEnumerable<string>> Files(CancellationToken cancellationToken)
    {
        var lines = await Paths(cancellationToken, "ls-tree", "-r", "-z", Commit, "--", ".");
        return lines
            .Where(line => line.StartsWith("100", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf('\t', StringComparison.Ordinal) + 1)..]);
    }

    public async Task<IEnumerable<(string Path, byte[] Bytes)>> Read(
        IReadOnlyList<string> paths,
        CancellationToken cancellationToken
    )
    {
        if (paths.Count == 0)
        {
            return [];
        }

        var asked = string.Concat(paths.Select(path => $"{Commit}:{_prefix}{path}\n"));
        var answer = await Need(
            new GitRequest("cat-file", "--batch") { Input = Encoding.UTF8.GetBytes(asked) },
            cancellationToken
        );
        return paths.Zip(Blobs(answer.Output));
    }

    /// <summary>git writes each one as <c>id blob SIZE</c>, a line end, the bytes, a line end.</summary>
    private static IEnumerable<byte[]> Blobs(byte[] output)
    {
        for (var start = 0; start < output.Length; )
        {
            var end = Array.IndexOf(output, (byte)'\n', start);
            var size = int.Parse(
                Encoding.ASCII.GetString(output, start, end - start).Split(' ')[^1],
                System.Globalization.CultureInfo.InvariantCulture
            );
            yield return output[(end + 1)..(end + 1 + size)];
            start = end + size + 2;
        }
    }

    private async Task<string[]> Paths(CancellationToken cancellationToken, params string[] arguments) =>
        Encoding
            .UTF8.GetString((await Need(new GitRequest(arguments), cancellationToken)).Output)
            .Split('\0', StringSplitOptions.RemoveEmptyEntries);

    private async Task<GitAnswer> Need(GitRequest request, CancellationToken cancellationToken)
    {
        var answer = await _git.Run(request, cancellationToken);
        return answer.IsFine
            ? answer
            : throw new GalleyException($"git could not compare with the base: {answer.Why}.");
    }
}
