using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using NodaTime;

namespace Galley.Testing;

/// <summary>One invented client with as much content and ledger as a test names; everything else is ordinary.</summary>
public static class Sample
{
    public const string AccountId = "00000000-0000-4000-8000-000000000001";
    public const string Slug = "northwind";

    public static readonly Instant Now = Instant.FromUtc(2026, 6, 8, 9, 0);

    /// <summary>A week after <see cref="Now"/>.</summary>
    public static readonly Instant NextWeek = Now + Duration.FromDays(7);

    public static Client Client() =>
        new()
        {
            Slug = Slug,
            SourceMap = new FakeSource($"clients/{Slug}/client.yaml"),
            Name = "Northwind Traders",
            Account = new Account(AccountId, IsDirect: false),
            Zone = DateTimeZoneProviders.Tzdb["America/New_York"],
        };

    public static Post Post(string key = "launch", string? body = null) =>
        new()
        {
            SourceMap = new FakeSource($"clients/{Slug}/posts/{key}.md"),
            Key = key,
            Status = PostStatus.Scheduled,
            ScheduledAt = NextWeek,
            Body = body ?? $"The words of {key}.",
        };

    public static LeadMagnet LeadMagnet(string key = "guide", string keyword = "GUIDE") =>
        new()
        {
            SourceMap = new FakeSource($"clients/{Slug}/lead-magnets/{key}.md"),
            Key = key,
            Keyword = keyword,
            ResourceName = $"The {key}",
            TextTemplate = "Here it is: <<resource_link>>",
            Body = $"# The {key}",
        };

    public static ClientContent Content(params IEnumerable<object> objects)
    {
        var list = objects.ToList();
        return new ClientContent
        {
            Slug = Slug,
            Client = list.OfType<Client>().FirstOrDefault() ?? Client(),
            Posts = [.. list.OfType<Post>()],
            LeadMagnets = [.. list.OfType<LeadMagnet>()],
            Unread = [.. list.OfType<UnreadableFile>()],
            Media =
            [
                .. list.OfType<Post>().SelectMany(post => post.Images).Select(image => image.File).OfType<MediaFile>(),
            ],
        };
    }

    /// <summary>What a run would send for a post, with every id and URL known.</summary>
    public static Payload PayloadOf(Post post, Client? client = null, LeadMagnet? magnet = null) =>
        PostPayload.For(
            post,
            client ?? Client(),
            magnet,
            new References(key => $"id-of-{key}", sha256 => $"https://cdn.example.com/{sha256}")
        );

    public static LedgerObject Live(Post post, Client? client = null, LeadMagnet? magnet = null) =>
        Live(Kind.Post, post.Key, PayloadOf(post, client, magnet));

    public static LedgerObject Live(LeadMagnet magnet) =>
        Live(Kind.LeadMagnet, magnet.Key, LeadMagnetPayload.For(magnet));

    public static LedgerObject Open(Post post, LeadMagnet? magnet = null) =>
        Open(Kind.Post, post.Key, PayloadOf(post, magnet: magnet));

    public static LedgerObject Open(LeadMagnet magnet) =>
        Open(Kind.LeadMagnet, magnet.Key, LeadMagnetPayload.For(magnet));

    public static LedgerObject Retired(Kind kind, string key) =>
        new()
        {
            Kind = kind,
            Key = key,
            State = ObjectState.Retired,
        };

    public static ClientLedger Ledger(params IEnumerable<LedgerObject> objects) =>
        ClientLedger.Empty(AccountId) with
        {
            Objects = objects.ToImmutableDictionary(ledgerObject => new ObjectKey(ledgerObject.Kind, ledgerObject.Key)),
        };

    private static LedgerObject Live(Kind kind, string key, Payload payload) =>
        new()
        {
            Kind = kind,
            Key = key,
            State = ObjectState.Live,
            Id = $"id-of-{key}",
            Baseline = payload,
            Since = Now - Duration.FromDays(1),
        };

    private static LedgerObject Open(Kind kind, string key, Payload payload) =>
        new()
        {
            Kind = kind,
            Key = key,
            State = ObjectState.Open,
            Intent = new Intended(Slug, kind, key, payload, Now - Duration.FromHours(1)),
        };
}
