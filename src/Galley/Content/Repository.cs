using System.Collections.Immutable;
using System.Security.Cryptography;
using Galley.Content.Documents;
using Galley.Content.Fields;
using Galley.Content.Folders;
using Galley.Content.Schemas;
using Galley.Content.Styles;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Git;

namespace Galley.Content;

/// <summary>
/// A content root: its settings, its clients' names, and each client's content on demand. Immutable, and safe to read
/// from many threads at once. It keeps nothing of a client in memory.
/// </summary>
public sealed class Repository
{
    private readonly ImmutableDictionary<string, string> _accounts;
    private readonly ImmutableArray<StyleRule> _styles;
    private readonly IReadOnlyDictionary<string, string>? _unsaved;

    private Repository(
        string root,
        Settings settings,
        ImmutableArray<string> slugs,
        ImmutableDictionary<string, string> accounts,
        ImmutableArray<StyleRule> styles,
        ImmutableArray<Problem> problems,
        IReadOnlyDictionary<string, string>? unsaved
    )
    {
        (Root, Settings, Slugs, Problems) = (root, settings, slugs, problems);
        _accounts = accounts;
        _styles = styles;
        _unsaved = unsaved;
    }

    /// <summary>The content root's full path.</summary>
    public string Root { get; }

    public Settings Settings { get; }

    /// <summary>The clients' folder names, sorted.</summary>
    public ImmutableArray<string> Slugs { get; }

    /// <summary>What is wrong with the whole repository: galley.yaml, client folders, two clients with one account.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Changes with the text of galley.yaml, and with the style rules of all clients.</summary>
    internal string SettingsHash { get; private init; } = "";

    private IReadOnlyDictionary<string, long>? MediaSizes { get; init; }

    /// <summary>The id of the account that a client's file names; null when it can't be read.</summary>
    internal string? AccountOf(string slug) => _accounts.GetValueOrDefault(slug);

    /// <param name="mediaSizes">
    /// Where media are known by name and size only, as in a browser: bytes, by the path from the root. Their files are never opened.
    /// </param>
    /// <param name="unsaved">Texts by path from the content root, which are read in the place of the files.</param>
    public static Repository Open(
        string root,
        IReadOnlyDictionary<string, long>? mediaSizes = null,
        IReadOnlyDictionary<string, string>? unsaved = null
    )
    {
        var full = Path.GetFullPath(root);
        if (!Directory.Exists(full))
        {
            throw new GalleyException($"There is no folder {full}. Name the folder of your content with --content.");
        }

        RefuseSkippedFiles(full);

        var problems = new List<Problem>();
        var hash = HashOfSettings(full);
        var settings = ReadSettings(full, unsaved, problems.Add);
        var slugs = ClientFolders.Names(full, problems.Add);
        var accounts = SharedAccounts.Report(full, slugs, problems.Add);
        var styles = StyleFolder.Read(full, ContentRoot.StylesFolder, null, unsaved, problems.Add);
        // If somebody saved a file between the two reads, nobody knows which of the texts the settings come from.
        return new Repository(full, settings, slugs, accounts, styles, [.. problems], unsaved)
        {
            SettingsHash = hash == HashOfSettings(full) ? hash : RunId.New(),
            MediaSizes = mediaSizes,
        };
    }

    /// <summary>All of one client's folder. Throws only for a slug that is not in <see cref="Slugs"/>.</summary>
    public ClientContent Read(string slug)
    {
        Require(slug);
        return ClientFolder.Read(Root, slug, Settings, _styles, MediaSizes, _unsaved);
    }

    /// <summary>Of a client's folder client.yaml alone; null where that can't be read.</summary>
    public Client? ReadClient(string slug)
    {
        Require(slug);
        return ClientFolder.ReadClient(Root, slug, Settings, MediaSizes, _unsaved);
    }

    private void Require(string slug)
    {
        if (!Slugs.Contains(slug))
        {
            throw new GalleyException(
                $"There is no client \"{slug}\". {Suggestion.DidYouMean(slug, Slugs)}The clients are: {string.Join(", ", Slugs)}."
            );
        }
    }

    private static void RefuseSkippedFiles(string root)
    {
        // Nearly always the answer is there at once; git is asked only when some file of the repository can be skipped.
        var skipped = SkippedFiles
            .Find(
                root,
                [ContentRoot.ClientsFolder, ContentRoot.SettingsFile, ContentRoot.StylesFolder],
                CancellationToken.None
            )
            .GetAwaiter()
            .GetResult();
        if (skipped.Length > 0)
        {
            throw new GalleyException(
                $"Git left {Plural.Format(skipped.Length, "file")} out of this checkout, such as {skipped[0]}. "
                    + "To Galley they would look deleted. Run `git sparse-checkout disable`, or for one file "
                    + $"`git update-index --no-skip-worktree {skipped[0]}` and `git checkout {skipped[0]}`."
            );
        }
    }

    private static string HashOfSettings(string root)
    {
        var path = Path.Combine(root, ContentRoot.SettingsFile);
        try
        {
            var settings =
                !Path.Exists(path) ? "none"
                : FileStamp.IsRegularFile(path) ? Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path)))
                : RunId.New();
            return settings + StyleFolder.Hash(root);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            // ReadSettings reports it. The content is unknown, so the hash must not match any other.
            return RunId.New();
        }
    }

    private static Settings ReadSettings(
        string root,
        IReadOnlyDictionary<string, string>? unsaved,
        Action<Problem> sink
    )
    {
        var path = Path.Combine(root, ContentRoot.SettingsFile);
        if (!Path.Exists(path))
        {
            return new Settings();
        }

        var report = new FileReport(ContentRoot.SettingsFile, null, new FileProblems(sink).Add) { Unsaved = unsaved };
        if (!FileStamp.IsRegularFile(path))
        {
            report.Add(
                ReadingCodes.Symlink,
                Position.Start,
                "galley.yaml is not a normal file, and Galley does not follow links.",
                "Put a copy of the file here."
            );
            return Settings.Unreadable;
        }

        return SettingsFile.Read(path, ContentSchema.Galley, report) is { } fields
            ? SettingsReader.Read(fields, report)
            : Settings.Unreadable;
    }
}
