using System.Buffers.Binary;
using System.Text;

namespace Galley.Git;

/// <summary>
/// Files that git tracks and leaves out of the work tree on purpose: a sparse checkout, or the skip-worktree flag. To Galley
/// they would look deleted.
/// </summary>
internal static class SkippedFiles
{
    private const string Mark = "S ";

    /// <param name="folder">Inside the work tree.</param>
    /// <param name="paths">What to look at, from <paramref name="folder"/>.</param>
    /// <returns>Their paths from <paramref name="folder"/>.</returns>
    public static async Task<string[]> Find(string folder, string[] paths, CancellationToken cancellationToken)
    {
        if (!CanExist(folder))
        {
            return [];
        }

        var answer = await new GitRepository(folder).Run(
            new GitRequest(["ls-files", "-t", "-z", "--", .. paths]),
            cancellationToken
        );
        return !answer.IsFine
            ? []
            :
            [
                .. Encoding
                    .UTF8.GetString(answer.Output)
                    .Split('\0')
                    .Where(line => line.StartsWith(Mark, StringComparison.Ordinal))
                    .Select(line => line[Mark.Length..])
                    .Where(path => !Path.Exists(Path.Combine(folder, path))),
            ];
    }

    /// <summary>Git's index version 2, which nearly all repositories have, has no place for the flag.</summary>
    private static bool CanExist(string folder)
    {
        try
        {
            if (GitFolder.TryFind(Path.GetFullPath(folder)) is not { } git)
            {
                return false;
            }

            Span<byte> head = stackalloc byte[8];
            using var index = File.OpenRead(Path.Combine(git.Folder, "index"));
            return index.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length
                && BinaryPrimitives.ReadUInt32BigEndian(head[4..]) > 2;
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
