using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Rules;
using NodaTime;

namespace Galley.Editing;

/// <summary>
/// A content root in an editor: the files on disk, with the texts that are not saved yet in their places. Paths are from the content
/// root, with <c>/</c>. Safe to use from many threads at once.
/// </summary>
public sealed class EditingSession(string root, Func<Instant> now)
{
    private ImmutableDictionary<string, string> _unsaved = ImmutableDictionary<string, string>.Empty;

    public void Write(string path, string text) =>
        ImmutableInterlocked.AddOrUpdate(ref _unsaved, path, text, (_, _) => text);

    /// <summary>The file on disk counts again.</summary>
    public void Close(string path) => ImmutableInterlocked.TryRemove(ref _unsaved, path, out _);

    /// <summary>
    /// What is wrong with the file's client, or, for a file of the whole repository, with that. Without the ledger: what was sent
    /// already is not known here.
    /// </summary>
    public ImmutableArray<Diagnostic> Check(string path)
    {
        var repository = Open();
        var validator = new Validator(repository, now(), ValidationPurpose.Validate, lacksLedger: true);
        return ClientOf(path, repository) is { } slug
            ? validator.Validate(repository.Read(slug), ClientLedger.Empty(slug))
            : validator.OfRepository();
    }

    public ImmutableArray<Completion> Complete(string path, Position at)
    {
        var (repository, content) = Read(path);
        return new Completions(path, File(path), content, repository.Settings, now()).At(at);
    }

    /// <summary>Markdown; null for nothing to say.</summary>
    public string? Hover(string path, Position at)
    {
        var (repository, content) = Read(path);
        return new Hovers(path, File(path), content, repository.Settings).At(at);
    }

    /// <summary>Where the word at a place ends, for an underline.</summary>
    public Position EndOfWord(string path, Position at) => File(path).EndOfWord(at);

    private EditedFile File(string path) => new(path, TextOf(path));

    private string TextOf(string path)
    {
        if (_unsaved.TryGetValue(path, out var typed))
        {
            return typed;
        }

        try
        {
            return System.IO.File.ReadAllText(Path.Combine(root, path));
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }

    private (Repository Repository, ClientContent? Content) Read(string path)
    {
        var repository = Open();
        return (repository, ClientOf(path, repository) is { } slug ? repository.Read(slug) : null);
    }

    private Repository Open() => Repository.Open(root, unsaved: _unsaved);

    private static string? ClientOf(string path, Repository repository) =>
        path.Split('/') is [ContentRoot.ClientsFolder, var slug, _, ..] && repository.Slugs.Contains(slug)
            ? slug
            : null;
}
