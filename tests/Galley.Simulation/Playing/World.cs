using System.Globalization;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Format;
using Galley.Ledger.Stores;
using Galley.Planning;
using Galley.Rules;
using Galley.Simulation.Content;
using Galley.Simulation.Kernel;
using Galley.Simulation.Outside;
using Galley.Simulation.Promises;
using NodaTime;
using NodaTime.Extensions;
using Agency = Galley.Simulation.Content.Agency;

namespace Galley.Simulation.Playing;

/// <summary>All that a scenario plays in.</summary>
internal sealed class World : IDisposable
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    // galley.yaml and the clients' names. Their content comes from the simulation.
    private static readonly Repository Settings = Repository.Open(Path.Combine(AppContext.BaseDirectory, "Repository"));
    private int _runs;

    public World(Scenario scenario)
    {
        Scheduler = new Scheduler(Start, Trace);
        Trace.Begin(Start, () => Scheduler.Now);
        // Windows lets nobody read what another writes, as a disk does.
        Place =
            scenario.IsOnBranch || OperatingSystem.IsWindows()
                ? new BranchPlace(Scheduler)
                : new FolderPlace(Scheduler);
        Trace.Hidden = (Place.Uri as LedgerUri.Folder)?.Path;
        Agency = new Agency(Start.ToInstant(), scenario.Policy);
        LeadPanther = new LeadPantherInMemory(Scheduler);
        Ledger = new LedgerTruth(Place);
        Watch = new Watch(LeadPanther, Ledger, Scheduler, scenario.Policy);
    }

    public Trace Trace { get; } = new();
    public Scheduler Scheduler { get; }
    public IPlace Place { get; }
    public Agency Agency { get; }
    public LeadPantherInMemory LeadPanther { get; }
    public LedgerTruth Ledger { get; }
    public Watch Watch { get; }

    /// <summary>What a ledger that was set back takes for live again, though it was removed. Only a refresh finds out.</summary>
    public HashSet<string> Revived { get; } = [];

    public Instant Now => Scheduler.Now.ToInstant();

    public string NextRunId() => string.Create(CultureInfo.InvariantCulture, $"run{++_runs:00}");

    public LedgerOptions Options(Process run, string id, string? commit) =>
        Place.With(
            new LedgerOptions
            {
                Clock = run.Clock,
                ExpectedId = Ledger.LedgerId,
                ForApply = true,
                Commit = commit,
                Random = Scheduler.Chance.Fraction,
                NewRunId = () => id,
                Say = words => Trace.Say(run.Name, words),
            }
        );

    public Planner Planner(Snapshot snapshot, ILedger ledger, Instant now) =>
        new(Settings, ledger, new Validator(Settings, now, ValidationPurpose.Plan), now)
        {
            AtOnce = 1,
            Held = snapshot.Read,
        };

    public Resolutions.Resolver Resolver(Snapshot snapshot, ILedger ledger, Instant now) =>
        new(Settings, ledger, Planner(snapshot, ledger, now), _ => null);

    /// <summary>For people, who meet no faults.</summary>
    public async Task<ILedger> Open(Process person, string purpose)
    {
        var options = Options(person, $"{purpose}{NextRunId()}", null);
        var store = await Place.Open(person, 0, Faults.None, options);
        return (await LedgerFactory.TryOpen(store, Place.Uri, options, CancellationToken.None))!;
    }

    /// <summary>An empty ledger, as <c>galley ledger init</c> makes it.</summary>
    public async Task Init(Process person, string id)
    {
        Ledger.LedgerId = id;
        await using var store = await Place.Open(person, 0, Faults.None, Options(person, "init", null));
        var header = HeaderFormat.Write(HeaderFormat.New(id));
        await store.TryAppend(null, new StoreChange([], header, $"Begin the ledger {id}\n"), CancellationToken.None);
    }

    public void Dispose() => Place.Dispose();
}
