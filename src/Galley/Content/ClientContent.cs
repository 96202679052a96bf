using System.Collections.Immutable;
using Galley.Content.Styles;
using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>Everything in one client's folder, and what is wrong with it. Planning works on one of these at a time.</summary>
public sealed record ClientContent
{
    /// <summary>The folder's name, known even when client.yaml can't be read.</summary>
    public required string Slug { get; init; }

    /// <summary>Null when client.yaml is missing or wrong (a problem says so). Then nothing of the client is planned.</summary>
    public Client? Client { get; init; }

    public ImmutableArray<Post> Posts { get; init; } = [];
    public ImmutableArray<LeadMagnet> LeadMagnets { get; init; } = [];

    /// <summary>All that was read, of every kind.</summary>
    public IEnumerable<IContentObject> Objects => Posts.Concat<IContentObject>(LeadMagnets);

    /// <summary>Files that exist but could not be read into an object. Their objects are never treated as deleted.</summary>
    public ImmutableArray<UnreadableFile> Unread { get; init; } = [];

    /// <summary>Every media file in the folder, used or not.</summary>
    public ImmutableArray<MediaFile> Media { get; init; } = [];

    /// <summary>The house style: the rules of all clients, then the client's own.</summary>
    public ImmutableArray<StyleRule> Styles { get; init; } = [];

    public ImmutableArray<Problem> Problems { get; init; } = [];

    public IContentObject? Find(Kind kind, string key) =>
        Objects.FirstOrDefault(file => file.Kind == kind && file.Key == key);

    /// <summary>The same with some of its files left out.</summary>
    public ClientContent Only(Func<IContentObject, bool> keeps) =>
        this with
        {
            Posts = Posts.RemoveAll(post => !keeps(post)),
            LeadMagnets = LeadMagnets.RemoveAll(magnet => !keeps(magnet)),
        };

    /// <summary>The lead magnet that the post offers, where it is one of this client's files.</summary>
    public LeadMagnet? LeadMagnetOf(Post post) =>
        post.LeadMagnet?.Key is { } key ? LeadMagnets.FirstOrDefault(magnet => magnet.Key == key) : null;

    public IEnumerable<string> KeysOf(Kind kind) => Objects.Where(file => file.Kind == kind).Select(file => file.Key);
}

/// <param name="Key">Taken from its path when the file's own <c>key:</c> can't be read.</param>
public sealed record UnreadableFile(Kind Kind, string Key, string Path);
