using System.Collections.Immutable;
using Galley.Content.Documents;
using Galley.Content.Fields;
using Galley.Content.Folders;
using Galley.Content.Schemas;
using Galley.Rules;

namespace Galley.Content;

/// <summary>
/// A content root: its settings, its clients' names, and each client's content on demand. Immutable, and safe to read
/// from many threads at once; nothing of a client is kept.
/// </summary>
public sealed class Repository
{
    Repository(string root, Settings settings, ImmutableArray<string> slugs, ImmutableArray<Problem> problems) =>
        (Root, Settings, Slugs, Problems) = (root, settings, slugs, problems);

    /// <summary>The content root's full path.</summary>
    public string Root { get; }

    public Settings Settings { get; }

    /// <summary>The clients' folder names, sorted.</summary>
    public ImmutableArray<string> Slugs { get; }

    /// <summary>What is wrong with the repository as a whole: galley.yaml, client folders, two clients with one account.</summary>
    public ImmutableArray<Problem> Problems { get; }

    public static Repository Open(string root)
    {
        var full = Path.GetFullPath(root);
        if (!Directory.Exists(full))
            throw new GalleyException($"There is no folder {full}; name your content's folder with --content.");
        var problems = new List<Problem>();
        var settings = ReadSettings(full, problems.Add);
        var slugs = ClientFolders.Names(full, problems.Add);
        SharedAccounts.Report(full, slugs, problems.Add);
        return new Repository(full, settings, slugs, [.. problems]);
    }

    /// <summary>All of one client's folder. Throws only for a slug that is not in <see cref="Slugs"/>.</summary>
    public ClientContent Read(string slug)
    {
        if (!Slugs.Contains(slug))
            throw new GalleyException(
                $"There is no client \"{slug}\". {Suggestion.DidYouMean(slug, Slugs)}The clients are: {string.Join(", ", Slugs)}.");
        return ClientFolder.Read(Root, slug, Settings);
    }

    static Settings ReadSettings(string root, Action<Problem> sink)
    {
        var path = Path.Combine(root, ContentRoot.SettingsFile);
        if (!File.Exists(path))
            return new Settings();
        var report = new FileReport(ContentRoot.SettingsFile, null, sink);
        return SettingsFile.Read(path, ContentSchema.Galley, report) is { } fields ? SettingsReader.Read(fields, report) : new Settings();
    }
}
