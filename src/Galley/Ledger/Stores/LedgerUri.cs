using System.Text.RegularExpressions;

namespace Galley.Ledger.Stores;

/// <summary>Where a ledger is kept, as <c>ledger:</c> and <c>--ledger</c> say it. The set is closed.</summary>
public abstract partial record LedgerUri
{
    /// <summary><c>folder:PATH</c>.</summary>
    public sealed record Folder(string Path) : LedgerUri
    {
        /// <summary>A relative path counts from the content root.</summary>
        public string FullPath(string contentRoot) =>
            System.IO.Path.GetFullPath(Path, System.IO.Path.GetFullPath(contentRoot));

        public override string ToString() => $"folder:{Path}";
    }

    /// <summary><c>git:BRANCH</c> or <c>git:BRANCH@REMOTE</c>.</summary>
    public sealed record Branch(string Name, string Remote) : LedgerUri
    {
        public const string DefaultRemote = "origin";

        public override string ToString() => Remote == DefaultRemote ? $"git:{Name}" : $"git:{Name}@{Remote}";
    }

    public static LedgerUri Parse(string text)
    {
        if (text.StartsWith("folder:", StringComparison.Ordinal) && text.Length > "folder:".Length)
        {
            return new Folder(text["folder:".Length..]);
        }

        if (text.StartsWith("git:", StringComparison.Ordinal))
        {
            return ParseBranch(text, text["git:".Length..]);
        }

        throw new GalleyException(
            $"\"{text}\" does not say where the ledger is: type folder:PATH (folder:galley-ledger) or git:BRANCH (git:galley-ledger)."
        );
    }

    private static Branch ParseBranch(string text, string rest)
    {
        var at = rest.LastIndexOf('@');
        var branch = at < 0 ? rest : rest[..at];
        var remote = at < 0 ? Branch.DefaultRemote : rest[(at + 1)..];
        if (!RefName().IsMatch(branch) || !RefName().IsMatch(remote))
        {
            throw new GalleyException(
                $"\"{text}\" holds a name that Git does not take: type git:BRANCH or git:BRANCH@REMOTE, such as git:galley-ledger."
            );
        }

        return new Branch(branch, remote);
    }

    // Narrower than Git's own rule, and never mistaken for an option.
    [GeneratedRegex(@"\A[A-Za-z0-9_](?!.*(\.\.|//|\.lock(/|\z)|/\.))[A-Za-z0-9_./+-]*(?<![./])\z")]
    private static partial Regex RefName();
}
