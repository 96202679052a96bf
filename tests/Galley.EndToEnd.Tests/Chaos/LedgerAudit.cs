using System.Collections.Immutable;
using System.Text.Json;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Planning;
using Galley.Rules;
using NodaTime.Extensions;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>What LeadPanther really holds, set against what the ledger says and what a plan would do.</summary>
internal sealed class LedgerAudit
{
    private static readonly ActionType[] Writes =
    [
        ActionType.Create,
        ActionType.Update,
        ActionType.Delete,
        ActionType.Archive,
    ];

    private readonly ImmutableArray<Holding> _held;
    private readonly ImmutableArray<Known> _known;
    private readonly Plan _plan;
    private readonly ImmutableHashSet<string> _removed;
    private readonly IReadOnlySet<string> _touched;

    private LedgerAudit(
        ImmutableArray<Holding> held,
        ImmutableArray<Known> known,
        Plan plan,
        ImmutableHashSet<string> removed,
        IReadOnlySet<string> touched
    ) => (_held, _known, _plan, _removed, _touched) = (held, known, plan, removed, touched);

    /// <param name="touched">Ids of what a person edited or deleted in LeadPanther: it may stay different.</param>
    public static async Task<LedgerAudit> Open(ChaosFixture fixture, IReadOnlySet<string>? touched = null)
    {
        var slugs = Repository.Open(fixture.Root) is var repository
            ? repository.Slugs.ToDictionary(slug => repository.Read(slug).Client!.Account.Id)
            : [];
        var ledger = await LedgerFactory.Inspect(fixture.LedgerUri, fixture.Root, fixture.Options(), default);
        Assert.That(
            ledger!.Files.Select(file => file.Damage?.Message).OfType<string>(),
            Is.Empty,
            "the ledger is whole"
        );
        return new LedgerAudit(
            [
                .. fixture.Sandbox.Posts.Select(post => new Holding(
                    new Self(post.UserId, Kind.Post, post.Text),
                    post.Id
                )),
                .. fixture.Sandbox.LeadMagnets.Select(magnet => new Holding(
                    new Self(magnet.UserId, Kind.LeadMagnet, magnet.Keyword),
                    magnet.Id
                )),
            ],
            [
                .. ledger.Files.SelectMany(file =>
                    file.State.Objects.Values.Select(o => new Known(file.Account, slugs[file.Account], o))
                ),
            ],
            await PlanOf(fixture),
            [
                .. fixture.Sandbox.DeletedPosts.Select(post => post.Id),
                .. fixture.Sandbox.ArchivedLeadMagnets.Select(magnet => magnet.Id),
            ],
            touched ?? ImmutableHashSet<string>.Empty
        );
    }

    /// <summary>Posts in LeadPanther that the ledger knows by their id.</summary>
    public IReadOnlyList<string> LiveIds =>
        [
            .. _known
                .Where(known => known.Object is { Kind: Kind.Post, State: ObjectState.Live, Id: not null })
                .Select(known => known.Object.Id!),
        ];

    public int Held => _held.Length;

    /// <summary>What LeadPanther got twice.</summary>
    public IReadOnlyList<string> Duplicates =>
        [.. _held.GroupBy(held => held.Self).Where(group => group.Count() > 1).Select(group => group.Key.ToString())];

    /// <summary>
    /// What the ledger takes for live and LeadPanther lacks, although nobody removed it there, and what LeadPanther holds and
    /// the ledger knows nothing of.
    /// </summary>
    public IReadOnlyList<string> Lost =>
        [
            .. _known
                .Where(known =>
                    known.Object is { State: ObjectState.Live, Id: { } id }
                    && !_removed.Contains(id)
                    && _held.All(held => held.Id != id)
                )
                .Select(known => $"{known.Object.Key} is no more"),
            .. _held
                .Where(held => !_known.Any(known => known.Explains(held)))
                .Select(held => $"{held.Self} is unknown"),
        ];

    /// <summary>Intents without an end.</summary>
    public IReadOnlyList<Doubt> Doubts =>
        [.. _known.Where(known => known.Object.State == ObjectState.Open).Select(Settle)];

    /// <summary>Doubts that the plan does not name as such.</summary>
    public IReadOnlyList<string> Unnamed =>
        [
            .. Doubts
                .Where(doubt => !_plan.Actions.Any(pair => IsNamed(pair.Action, doubt)))
                .Select(doubt => doubt.Object.Key),
        ];

    /// <summary>What a plan would send although LeadPanther may hold it.</summary>
    public IReadOnlyList<string> AboutToBeDuplicates =>
        [
            .. _plan
                .Actions.Where(pair => pair.Action.Type == ActionType.Create)
                .Where(pair =>
                    _known.Any(known =>
                        known.Object is { State: ObjectState.Live or ObjectState.Open } o
                        && o.Key == pair.Action.Key
                        && o.Kind == pair.Action.Kind
                        && known.Slug == pair.Client.Slug
                    )
                )
                .Select(pair => pair.Action.Key),
        ];

    /// <summary>What the next run would create, change or delete, where no person stands in the way.</summary>
    public IReadOnlyList<string> LeftToSend =>
        [
            .. _plan
                .Actions.Where(pair => Writes.Contains(pair.Action.Type))
                .Where(pair => pair.Action.Id is not { } id || !_touched.Contains(id))
                .Select(pair => $"{pair.Action.Type} {pair.Action.Key}"),
        ];

    /// <summary>Live objects that LeadPanther shows with other words than the ledger, or no longer.</summary>
    public IReadOnlyList<string> Different =>
        [
            .. _known
                .Where(known => known.Object is { State: ObjectState.Live, Id: { } id } && !_touched.Contains(id))
                .Where(known => !_held.Any(held => held.Id == known.Object.Id && held.Self == known.Self))
                .Select(known => known.Object.Key),
        ];

    /// <summary>The truth about a doubt, which a person finds by looking into LeadPanther.</summary>
    private Doubt Settle(Known known) =>
        new(known.Slug, known.Object, _held.FirstOrDefault(held => held.Self == known.Self)?.Id);

    private static bool IsNamed(PlanAction action, Doubt doubt) =>
        action.Kind == doubt.Object.Kind
        && action.Key == doubt.Object.Key
        && (action.Type == ActionType.InDoubt || action is { Type: ActionType.Held, Reason: Reason.InFlight });

    private static async Task<Plan> PlanOf(ChaosFixture fixture)
    {
        var repository = Repository.Open(fixture.Root);
        await using var ledger = await LedgerFactory.Open(fixture.LedgerUri, fixture.Root, fixture.Options(), default);
        var now = fixture.Clock.GetUtcNow().ToInstant();
        return (
            await new Planner(repository, ledger, new Validator(repository, now, ValidationPurpose.Plan), now).Plan(
                repository.Slugs,
                default
            )
        ).Plan;
    }

    /// <summary>What makes an object itself in these tests: no two that are written share their words.</summary>
    private sealed record Self(string Account, Kind Kind, string Words)
    {
        public static Self From(string account, LedgerObject o)
        {
            using var wire = JsonDocument.Parse((o.Baseline ?? o.Intent?.Payload)!.Wire!);
            return new Self(
                account,
                o.Kind,
                wire.RootElement.GetProperty(o.Kind == Kind.Post ? "text" : "keyword").GetString()!
            );
        }
    }

    private sealed record Holding(Self Self, string Id);

    private sealed record Known(string Account, string Slug, LedgerObject Object)
    {
        public Self Self => Self.From(Account, Object);

        /// <summary>Nobody has to type the id of a post that they found there.</summary>
        public bool Explains(Holding held) =>
            Object.State switch
            {
                ObjectState.Live or ObjectState.Retired => Object.Id == held.Id
                    || Object.Id is null && Self == held.Self,
                ObjectState.Open => Self == held.Self,
                _ => false,
            };
    }
}

/// <param name="Id">Under which LeadPanther holds it; null when it does not.</param>
internal sealed record Doubt(string Slug, LedgerObject Object, string? Id);
