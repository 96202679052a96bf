using System.Collections.Immutable;
using System.Globalization;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Testing;
using NodaTime;

namespace Galley.Simulation.Content;

/// <summary>The repository at one commit.</summary>
internal sealed class Snapshot(int number, ImmutableArray<Item> items, Policy policy)
{
    public static readonly ImmutableArray<string> Slugs = ["acme", "birch"];

    private readonly Dictionary<string, ClientContent> _contents = [];

    public int Number => number;

    /// <summary>As Git would name it.</summary>
    public string Commit => number.ToString("x40", CultureInfo.InvariantCulture);

    public ImmutableArray<Item> Items => items;

    public static string MarkOf(int mark) => $"#{mark}";

    public static Account AccountOf(string slug) =>
        new($"00000000-0000-4000-8000-00000000000{Slugs.IndexOf(slug) + 1}", IsDirect: false);

    public Item? Find(Kind kind, string slug, string key) =>
        items.FirstOrDefault(item => item.Kind == kind && item.Slug == slug && item.Key == key);

    public ClientContent Read(string slug) =>
        _contents.TryGetValue(slug, out var known) ? known : _contents[slug] = Make(slug);

    private ClientContent Make(string slug)
    {
        var mine = items.Where(item => item.Slug == slug).OrderBy(item => item.Key, StringComparer.Ordinal).ToList();
        return new ClientContent
        {
            Slug = slug,
            Client = new Client
            {
                Slug = slug,
                Name = slug,
                SourceMap = new FakeSource($"clients/{slug}/client.yaml"),
                Account = AccountOf(slug),
                Zone = DateTimeZone.Utc,
                Live = policy.Live,
            },
            Posts = [.. mine.Where(item => item.Kind == Kind.Post).Select(Post)],
            LeadMagnets = [.. mine.Where(item => item.Kind == Kind.LeadMagnet).Select(Magnet)],
            Media = [.. mine.Where(item => item.HasPicture).Select(Picture)],
        };
    }

    private static Post Post(Item item) =>
        new()
        {
            SourceMap = new FakeSource($"clients/{item.Slug}/posts/{item.Key}.md"),
            Key = item.Key,
            Status = PostStatus.Scheduled,
            ScheduledAt = item.At,
            LeadMagnet = item.Magnet is { } magnet ? new LeadMagnetReference(magnet, null) : null,
            Images = item.HasPicture ? [new Medium(null, Picture(item))] : [],
            Notes = MarkOf(item.Mark),
            MovedFrom = item.MovedFrom is { } from ? new MovedFrom(from) : null,
            Body = item.Text,
        };

    private static LeadMagnet Magnet(Item item) =>
        new()
        {
            SourceMap = new FakeSource($"clients/{item.Slug}/lead-magnets/{item.Key}.md"),
            Key = item.Key,
            Keyword = $"WORD{item.Mark}",
            ResourceName = $"Guide {item.Mark}",
            Description = MarkOf(item.Mark),
            TextTemplate = "Here: <<resource_link>>",
            MovedFrom = item.MovedFrom is { } from ? new MovedFrom(from) : null,
            Body = item.Text,
        };

    private static MediaFile Picture(Item item) =>
        new($"clients/{item.Slug}/media/{item.Mark}.png", 3, $"{item.Mark:x64}", "image/png");
}

/// <summary>What client.yaml says of changes, drift and doubts, for all clients.</summary>
internal sealed record Policy(LivePolicy Live);
