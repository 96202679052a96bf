using System.Text.RegularExpressions;

namespace Galley.Ledger.Stores;

/// <summary>Where a ledger is kept, as <c>ledger:</c> and <c>--ledger</c> say it. The set is closed.</summary>
public abstract partial record LedgerUri
{
    private const string FolderPrefix = "folder:";
    private const string GitPrefix = "git:";

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

    public static LedgerUri Parse(string text) =>
        TryParse(text)
        ?? throw new GalleyException(
            text.StartsWith(GitPrefix, StringComparison.Ordinal)
                ? $"\"{text}\" has a name that Git does not accept. Write git:BRANCH or git:BRANCH@REMOTE, such as git:galley-ledger."
                : $"\"{text}\" does not say where the ledger is. "
                    + "Write folder:PATH (such as folder:galley-ledger) or git:BRANCH (such as git:galley-ledger)."
        );

    /// <summary>Null for a text that does not say where a ledger is. schemas/galley.schema.json has the same rule.</summary>
    public static LedgerUri? TryParse(string text)
    {
        if (text.StartsWith(FolderPrefix, StringComparison.Ordinal))
        {
            return text.Length > FolderPrefix.Length ? new Folder(text[FolderPrefix.Length..]) : null;
        }

        if (!text.StartsWith(GitPrefix, StringComparison.Ordinal))
        {
            return null;
        }

        var rest = text[GitPrefix.Length..];
        var at = rest.LastIndexOf('@');
        var branch = at < 0 ? rest : rest[..at];
        var remote = at < 0 ? Branch.DefaultRemote : rest[(at + 1)..];
        return RefName().IsMatch(branch) && RefName().IsMatch(remote) ? new Branch(branch, remote) : null;
    }

    // Narrower than Git's own rule, and never mistaken for an option.
    [GeneratedRegex(@"\A[A-Za-z0-9_](?!.*(\.\.|//|\.lock(/|\z)|/\.))[A-Za-z0-9_./+-]*(?<![./])\z")]
    private static partial Regex RefName();
}
