using System.Collections.Concurrent;
using System.Collections.Immutable;
using Galley.Api;
using Galley.Applying;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;
using Galley.Testing;
using Galley.Testing.Time;
using NodaTime;
using NodaTime.Extensions;

namespace Galley.Tests.Applying;

/// <summary>A small agency with a ledger in memory and a scripted API: what each publisher test starts from.</summary>
internal sealed class ApplierFixture
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<string, ClientContent> _contents = [];
    private readonly ConcurrentQueue<ApplyEvent> _events = new();

    public ApplierFixture() => Ledger = new InMemoryLedger(Clock);

    public LeapingTime Clock { get; } = new(Start);
    public InMemoryLedger Ledger { get; init; }
    public ScriptedLeadPanther Api { get; } = new();
    public ApplyOptions Options { get; set; } = new();

    /// <summary>Why the commit is not the one to apply, by a client's ledger.</summary>
    public Func<ClientLedger, string?> WhyOutdated { get; set; } = _ => null;

    /// <summary>Compares the clock with what the API says.</summary>
    public bool ComparesClocks { get; set; }

    public IReadOnlyList<ApplyEvent> Events => [.. _events];
    public Instant Now => Instant.FromDateTimeOffset(Clock.GetUtcNow());

    public static Account AccountOf(string slug) => new($"account-{slug}", IsDirect: false);

    public ApplierFixture Client(string slug, Account? account = null)
    {
        var client = new Client
        {
            Slug = slug,
            Name = slug,
            SourceMap = new FakeSource($"clients/{slug}/client.yaml"),
            Account = account ?? AccountOf(slug),
            Zone = DateTimeZone.Utc,
        };
        _contents[slug] = new ClientContent { Slug = slug, Client = client };
        if (account is null)
        {
            Api.Grant(client.Account.Id);
        }

        return this;
    }

    public ApplierFixture Magnet(string slug, string key)
    {
        var magnet = new LeadMagnet
        {
            SourceMap = new FakeSource($"clients/{slug}/lead-magnets/{key}.md"),
            Key = key,
            Keyword = key.ToUpperInvariant(),
            ResourceName = key,
            TextTemplate = "Here: <<resource_link>>",
            Body = $"Page of {key}.",
        };
        return Put(slug, content => content with { LeadMagnets = content.LeadMagnets.Add(magnet) });
    }

    public ApplierFixture Post(
        string slug,
        string key,
        string? magnet = null,
        Duration? due = null,
        params ImmutableArray<MediaFile> images
    )
    {
        var post = new Post
        {
            SourceMap = new FakeSource($"clients/{slug}/posts/{key}.md"),
            Key = key,
            Status = PostStatus.Scheduled,
            ScheduledAt = Now + (due ?? Duration.FromDays(7)),
            LeadMagnet = magnet is null ? null : new LeadMagnetReference(magnet, null),
            Images = [.. images.Select(file => new Medium(null, file))],
            Body = $"Text of {key}.",
        };
        return Put(slug, content => content with { Posts = content.Posts.Add(post) });
    }

    public ApplierFixture Posts(string slug, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            Post(slug, $"p{i:00}");
        }

        return this;
    }

    public static MediaFile Picture(string name, string sha256) =>
        new($"clients/acme/media/{name}", 3, sha256, "image/png");

    public async Task<ApplyResult> Apply(CancellationToken stop = default) => CarriedOut(await End(stop));

    public async Task<ApplyResult> Apply(IReadOnlyList<PlannedClient> planned) =>
        CarriedOut(await End(planned, default));

    /// <summary>However it ends.</summary>
    public async Task<ApplyCompletion> End(CancellationToken stop = default) => await End(await PlanAll(), stop);

    /// <summary>All clients, held where they go over a limit.</summary>
    private async Task<IReadOnlyList<PlannedClient>> PlanAll()
    {
        var planned = await Task.WhenAll(_contents.Keys.Order(StringComparer.Ordinal).Select(Plan));
        var held = Limits.Hold(planned.Select(client => client.Plan));
        return [.. planned.Zip(held, (client, plan) => client with { Plan = plan })];
    }

    public Settings Settings { get; set; } = new();

    public PlanLimits Limits { get; set; } = PlanLimits.None;

    private static ApplyResult CarriedOut(ApplyCompletion end) =>
        end is ApplyCompletion.Completed ? end.Result : throw new InvalidOperationException(end.ToString());

    private Task<ApplyCompletion> End(IReadOnlyList<PlannedClient> planned, CancellationToken stop)
    {
        var dependencies = new ApplyDependencies
        {
            Ledger = Ledger,
            ApiFor = _ => Api,
            Replan = (slug, live, _) => Plan(slug, live),
            Open = _ => new MemoryStream([1, 2, 3]),
            Clock = Clock,
            WhyOutdated = (known, _) => Task.FromResult(WhyOutdated(known)),
            ClockCheck = ComparesClocks ? new ClockCheck(Clock) : null,
            Random = () => 1,
            Progress = new Listener(_events),
        };
        return new Applier(dependencies, Options).Apply(planned, stop);
    }

    /// <summary>By what an earlier run saw.</summary>
    public async Task<PlannedClient> Plan(string slug)
    {
        var account = _contents[slug].Client!.Account.Id;
        var seen = await Ledger.ReadLive(account, CancellationToken.None) is { } record
            ? LastLook.Recall(record, await Ledger.Read(account, CancellationToken.None))
            : LiveState.Unread;
        return await Plan(slug, seen);
    }

    private async Task<PlannedClient> Plan(string slug, LiveState live)
    {
        var content = _contents[slug];
        var ledger = await Ledger.Read(content.Client!.Account.Id, CancellationToken.None);
        var plan = ClientPlanner.Plan(
            new PlanningInput
            {
                Content = content,
                Settings = Settings,
                Now = Clock.GetUtcNow().ToInstant(),
                Ledger = ledger,
                Live = live,
                IsInFlight = Ledger.IsInFlight,
                IsNotOffered = operation => Ledger.Header.Lacks(operation, Clock.GetUtcNow().ToInstant()),
            }
        );
        return new PlannedClient(content, ledger, plan);
    }

    /// <summary>The intent that a run on the same content writes.</summary>
    public async Task<Intended> Intent(string slug, Kind kind, string key)
    {
        var content = _contents[slug];
        var planned = await Plan(slug);
        var payload =
            kind == Kind.LeadMagnet
                ? LeadMagnetPayload.For(content.LeadMagnets.Single(magnet => magnet.Key == key))
                : PostPayload.For(
                    content.Posts.Single(post => post.Key == key),
                    content.Client!,
                    null,
                    new References(id => planned.Ledger.Find(Kind.LeadMagnet, id)?.Id, _ => null)
                );
        return new Intended(slug, kind, key, payload, Now);
    }

    /// <summary>The client's content as it is from the next apply on.</summary>
    public ApplierFixture Edit(string slug, Func<ClientContent, ClientContent> change) => Put(slug, change);

    /// <summary>The client's one post says other words a day later; a new file, <c>p02</c>, says what it said.</summary>
    public void MoveTextToANewFile(string slug) =>
        Edit(slug, content =>
            content with
            {
                Posts =
                [
                    .. content.Posts.SelectMany(post =>
                        new[]
                        {
                            post with
                            {
                                Key = "p02",
                                MovedFrom = new MovedFrom(null),
                            },
                            post with
                            {
                                Body = "Other words.",
                                ScheduledAt = post.ScheduledAt + Duration.FromDays(1),
                            },
                        }
                    ),
                ],
            }
        );

    /// <summary>LeadPanther holds an object that says what the post's file says, but for the changes.</summary>
    public async Task AddLike(string slug, string key, string id, string changes = "{}")
    {
        var account = AccountOf(slug).Id;
        var payload = (await Intent(slug, Kind.Post, key)).Payload;
        Api.Objects.Add(account, Kind.Post, id, payload.Wire!);
        Api.Objects.Change(account, Kind.Post, id, changes);
    }

    /// <summary>The names of a client's events: <c>intended p01</c>.</summary>
    public IEnumerable<string> LedgerOf(string slug) =>
        Ledger
            .Events(AccountOf(slug).Id)
            .Select(e =>
                e is ObjectEvent o
                    ? $"{e.GetType().Name.ToLowerInvariant()} {o.Key}"
                    : e.GetType().Name.ToLowerInvariant()
            );

    private ApplierFixture Put(string slug, Func<ClientContent, ClientContent> change)
    {
        _contents[slug] = change(_contents[slug]);
        return this;
    }

    private sealed class Listener(ConcurrentQueue<ApplyEvent> events) : IProgress<ApplyEvent>
    {
        public void Report(ApplyEvent value) => events.Enqueue(value);
    }
}
