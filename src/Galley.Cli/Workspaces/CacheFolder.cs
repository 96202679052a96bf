using System.Security.Cryptography;
using System.Text;

namespace Galley.Cli.Workspaces;

/// <summary>
/// Where what was said of a repository is remembered: in the user's own cache folder. What lies in the work tree comes with a branch,
/// and anybody can write a branch.
/// </summary>
internal static class CacheFolder
{
    /// <summary>Null where the system names no such folder, or one that is a link or in the work tree.</summary>
    /// <param name="environment">A variable's value, or null.</param>
    public static string? For(string contentRoot, Func<string, string?> environment)
    {
        if (OfUser(environment) is not { } user)
        {
            return null;
        }

        var all = Path.Combine(Path.GetFullPath(user), "galley");
        var root = Path.GetFullPath(contentRoot);
        var folder = Path.Combine(all, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(root)))[..32]);
        return IsBelow(folder, Workspace.CheckoutOf(root) ?? root) || IsLink(all) || IsLink(folder) ? null : folder;
    }

    private static string? OfUser(Func<string, string?> environment)
    {
        if (Rooted("XDG_CACHE_HOME") is { } given)
        {
            return given;
        }

        if (OperatingSystem.IsWindows())
        {
            return Rooted("LOCALAPPDATA");
        }

        var below = OperatingSystem.IsMacOS() ? "Library/Caches" : ".cache";
        return Rooted("HOME") is { } home ? Path.Combine(home, below) : null;

        string? Rooted(string name) => environment(name) is { } path && Path.IsPathFullyQualified(path) ? path : null;
    }

    private static bool IsBelow(string path, string folder) =>
        !Path.GetRelativePath(folder, path).StartsWith("..", StringComparison.Ordinal);

    private static bool IsLink(string path) => new DirectoryInfo(path).LinkTarget is not null;
}
