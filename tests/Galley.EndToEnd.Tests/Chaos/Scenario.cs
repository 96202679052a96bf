using System.Diagnostics;
using Galley.Applying.Results;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Sandbox.Faults;
using Galley.Sandbox.State;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// Some days of an agency in which everything goes wrong: files change, runs meet faults, die, and meet each other. The seed
/// decides all of it but the order in which threads get their turn.
/// </summary>
internal sealed class Scenario : IAsyncDisposable
{
    // A create's 30 s are one.
    private const double Speed = 30;

    private static readonly string[] Calls =
    [
        "POST /posts",
        "POST /posts",
        "POST /lead-magnets",
        "PATCH /posts/{id}",
        "DELETE /posts/{id}",
        "GET /posts",
    ];

    private readonly ChaosFixture _fixture;
    private readonly Random _random;
    private readonly RandomContent _content;
    private readonly RandomResolutions _words;
    private readonly ManualEdits _edits;
    private readonly bool _killsProcesses;
    private readonly HashSet<int> _requestsOfTwoRuns = [];

    private Scenario(ChaosFixture fixture, Random random, bool killsProcesses)
    {
        (_fixture, _random, _killsProcesses) = (fixture, random, killsProcesses);
        _content = new RandomContent(random);
        _edits = new ManualEdits(fixture, random);
        _words = new RandomResolutions(fixture, random, _content, _edits);
        _content.Begin(fixture);
    }

    public static async Task<Scenario> Begin(int seed)
    {
#pragma warning disable RS0030 // The seed is the test's own, and printed.
        var random = new Random(seed);
#pragma warning restore RS0030
        var store = random.Next(4) == 0 ? Store.Branch : Store.Folder;
        return new Scenario(
            await ChaosFixture.Open(store, RandomContent.Accounts, Speed),
            random,
            killsProcesses: random.Next(8) == 0
        );
    }

    public async Task Play()
    {
        try
        {
            var rounds = _random.Next(2, 6);
            for (var round = 1; round <= rounds; round++)
            {
                await Round();
            }

            await End();
            Figures.Scenario();
        }
        catch
        {
            await Tell();
            throw;
        }
    }

    /// <summary>What somebody needs who looks for the reason: each event, and the files as they are.</summary>
    private async Task Tell()
    {
        var ledger = await LedgerFactory.Inspect(_fixture.LedgerUri, _fixture.Root, _fixture.Options(), default);
        foreach (var e in ledger!.Files.SelectMany(file => file.Events))
        {
            TestContext.Out.WriteLine(
                $"{e.Stamp!.At} {e.Stamp.Run[..4]} {e.Slug} {e.GetType().Name} {(e as ObjectEvent)?.Kind} "
                    + $"{(e as ObjectEvent)?.Key} {(e as Moved)?.From}{(e as Intended)?.Payload.Wire}"
            );
        }

        foreach (
            var file in Directory
                .EnumerateFiles(_fixture.Root, "*.md", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
        )
        {
            TestContext.Out.WriteLine(
                $"{Path.GetRelativePath(_fixture.Root, file)}: {File.ReadAllText(file).ReplaceLineEndings(" ")}"
            );
        }
    }

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private async Task Round()
    {
        if (_random.Next(2) == 0)
        {
            _content.Change(_fixture);
        }

        var audit = await LedgerAudit.Open(_fixture);
        if (_random.Next(4) == 0)
        {
            _edits.Work(audit.LiveIds);
        }

        var before = audit.Doubts.Count;
        if (_killsProcesses && _random.Next(2) == 0)
        {
            await KillProcess(before);
        }
        else
        {
            await Apply(before);
        }

        if (_random.Next(2) == 0)
        {
            await Settle();
        }

        if (_random.Next(3) == 0)
        {
            await Talk();
        }

        Assert.That(_edits.Overwritten, Is.Empty, "nothing that a person changed is overwritten unseen");
    }

    private async Task Talk()
    {
        _fixture.Sandbox.Faults = FaultPlan.None;
        await _words.Say();
    }

    /// <summary>One run or two at once, with faults, of which any may die.</summary>
    private async Task Apply(int before)
    {
        _fixture.Sandbox.Faults = _random.Next(5) == 0 ? FaultPlan.None : RandomFaults.Next(_random);
        if (_fixture.Store == Store.Branch)
        {
            RefusePushes(_random.Next(4) == 0 ? _random.Next(1, 6) : 0);
        }

        var runs = _fixture
            .Roots.Take(_random.Next(3) == 0 ? 2 : 1)
            .Select(root => (Fuse: new CrashTrigger(_random.Next(2) == 0 ? _random.Next(1, 30) : null), Root: root))
            .ToList();
        var appliers = runs.Select(run => new InProcessApply(_fixture, run.Root, run.Fuse)).ToList();

        var requestsBefore = _fixture.Sandbox.Requests.Length;
        var results = await Task.WhenAll(appliers.Select(applier => applier.Run()));
        if (appliers.Count > 1)
        {
            _requestsOfTwoRuns.UnionWith(
                Enumerable.Range(requestsBefore + 1, _fixture.Sandbox.Requests.Length - requestsBefore)
            );
        }

        await Recover(results);

        var deaths = runs.Count(run => run.Fuse.HasBlown);
        for (var death = 0; death < deaths; death++)
        {
            Figures.Abandoned();
        }

        if (deaths > 0 && _fixture.Store == Store.Folder && _random.Next(2) == 0)
        {
            TearALine();
        }

        var explained = before + appliers.Sum(applier => applier.Unclear);
        Recovery.Check(
            await LedgerAudit.Open(_fixture),
            explained + deaths * InProcessApply.Concurrency,
            deaths == 1 ? explained : null
        );
    }

    /// <summary>The real program, by SIGKILL, somewhere in its work.</summary>
    private async Task KillProcess(int before)
    {
        _fixture.Sandbox.Faults = FaultPlan.None;
        using CrashPoint point =
            _random.Next(5) == 0
                ? new AtUpload((Boundary)_random.Next(3))
                : new AtRequest((Boundary)_random.Next(3), Calls[_random.Next(Calls.Length)], _random.Next(1, 4));
        point.Arm(_fixture);
        using var galley = GalleyProcess.Start(_fixture, _fixture.Root, "apply");
        await Task.WhenAny(point.Reached, galley.End());
        if (!galley.HasEnded)
        {
            await galley.Kill();
            Figures.Killed();
        }

        point.Release(_fixture);
        Recovery.Check(await LedgerAudit.Open(_fixture), before + InProcessApply.Concurrency, before);
    }

    /// <summary>The dying run was in the middle of its next line.</summary>
    private void TearALine()
    {
        var files = Directory
            .GetFiles(_fixture.LedgerFolder, "*.jsonl")
            .Where(file => new FileInfo(file).Length > 0)
            .Order(StringComparer.Ordinal)
            .ToArray();
        if (files.Length == 0)
        {
            return;
        }

        var file = _random.GetItems(files, 1)[0];
        var line = File.ReadAllLines(file)[^1];
        File.AppendAllText(file, line[.._random.Next(1, line.Length)]);
        Figures.Torn();
    }

    /// <summary>What a run could not write down it printed, and people hand it in.</summary>
    private async Task Recover(IEnumerable<ApplyResult?> results)
    {
        if (_fixture.Store == Store.Branch)
        {
            RefusePushes(0);
        }

        var lines = results.SelectMany(result => result?.Unrecorded ?? []).ToList();
        if (lines.Count == 0)
        {
            return;
        }

        await using var ledger = await LedgerFactory.Open(
            _fixture.LedgerUri,
            _fixture.Root,
            _fixture.Options(forApply: true),
            default
        );
        await ledger.Recover(lines, default);
    }

    private void RefusePushes(int count) =>
        new GitClone(_fixture.Remote).Hook(
            "pre-receive",
            $"""
            left=$(cat left-{count} 2>/dev/null || echo {count}); echo $((left - 1)) > left-{count}
            [ $left -le 0 ] || exit 1
            """
        );

    private async Task Settle()
    {
        _fixture.Sandbox.Faults = FaultPlan.None;
        await Recovery.Settle(_fixture, () => _random.Next(4) > 0);
    }

    private async Task End()
    {
        var clock = Stopwatch.StartNew();
        await Settle();
        var runs = 0;
        for (; runs < 3 && (await LedgerAudit.Open(_fixture, _edits.Touched)).LeftToSend.Count > 0; runs++)
        {
            await new InProcessApply(_fixture, _fixture.Root, new CrashTrigger(null)).Run();
        }

        Figures.Agreed(runs, clock.Elapsed);
        if (_edits.Touched.Count > 0)
        {
            // What people gave up is set back now, which a plan without a look can't tell from what stays. Where that plan went
            // by what an earlier run saw, and the look shows otherwise, the run says that it takes another.
            var setBack = await new InProcessApply(_fixture, _fixture.Root, new CrashTrigger(null)).Run();
            if (setBack is { NotStarted.IsEmpty: false })
            {
                await new InProcessApply(_fixture, _fixture.Root, new CrashTrigger(null)).Run();
            }
        }

        await Recovery.CheckDone(_fixture, _edits.Touched, IsRace);
        Assert.That(_edits.Overwritten, Is.Empty, "nothing that a person changed is overwritten unseen");
    }

    /// <summary>
    /// Between the read and the change of one run the other made the same change. The API offers nothing against that, and both
    /// say what Git says.
    /// </summary>
    private bool IsRace(SandboxViolation violation) =>
        _requestsOfTwoRuns.Contains(violation.Request)
        && violation.What.Contains("since it was last changed here", StringComparison.Ordinal);
}
