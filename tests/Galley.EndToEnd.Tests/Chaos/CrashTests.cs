using System.Diagnostics;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>The real program dies by SIGKILL at every boundary of its work, and is run again.</summary>
[Parallelizable(ParallelScope.Children)]
internal sealed class CrashTests
{
    private const int Concurrency = 2;

    private static readonly (string Call, int Times)[] Calls =
    [
        ("GET /me", 1),
        ("GET /clients", 1),
        ("GET /lead-magnets", 1),
        ("GET /posts", 1),
        ("POST /media/upload-url", 1),
        ("POST /lead-magnets", 1),
        ("POST /posts", 3),
    ];

    private static readonly string[] Changes =
    [
        "GET /posts",
        "GET /posts/{id}",
        "PATCH /posts/{id}",
        "DELETE /posts/{id}",
        "GET /lead-magnets/{id}",
        "DELETE /lead-magnets/{id}",
    ];

    [TestCaseSource(nameof(FolderPoints))]
    public async Task Folder_KilledAt_LosesAndDoublesNothing(CrashPoint point) =>
        await KillAndRecover(Store.Folder, point);

    [TestCaseSource(nameof(BranchPoints))]
    public async Task Branch_KilledAt_LosesAndDoublesNothing(CrashPoint point) =>
        await KillAndRecover(Store.Branch, point);

    [TestCaseSource(nameof(ChangePoints))]
    public async Task Change_KilledAt_IsMadeByTheNextRun(CrashPoint point)
    {
        await using var fixture = await ChaosFixture.Open(Store.Folder, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);
        var first = await Recovery.Cli(fixture, "apply");
        Assert.That(first.ExitCode, Is.Zero, first.Error);
        fixture.Write(CrashContent.Changes);
        fixture.Delete(CrashContent.WithGuide);
        fixture.Delete(CrashContent.Guide);

        await Kill(fixture, point);
        Recovery.Check(await LedgerAudit.Open(fixture), most: 0);
        var next = await Recovery.Cli(fixture, "apply");

        Assert.That(next.ExitCode, Is.Zero, next.Error);
        await Recovery.CheckDone(fixture);
        Assert.That(
            fixture.Sandbox.Posts.Select(post => post.Text),
            Is.EquivalentTo(new[] { "Look at this chart.", "Better words." })
        );
        Assert.That(fixture.Sandbox.LeadMagnets, Is.Empty);
    }

    private static IEnumerable<CrashPoint> ChangePoints() =>
        Chosen([
            .. from call in Changes from boundary in Enum.GetValues<Boundary>() select new AtRequest(boundary, call, 1),
        ]);

    private static IEnumerable<CrashPoint> FolderPoints() =>
        Chosen([
            .. Requests(),
            .. Enumerable.Range(1, CrashContent.LedgerLines - 1).Select(line => new AtLine(line)),
            .. Enumerable.Range(1, 10).Select(blocks => new AtTear(blocks)),
            .. Unrecorded(),
        ]);

    private static IEnumerable<CrashPoint> BranchPoints() =>
        Chosen([
            .. Requests(),
            .. Enumerable
                .Range(1, 1 + CrashContent.LedgerLines)
                .SelectMany(push => new[] { new AtPush(push, Taken: false), new AtPush(push, Taken: true) }),
            .. Unrecorded(),
        ]);

    /// <summary>All, or for each build so many that every kind of instant is met.</summary>
    private static IEnumerable<CrashPoint> Chosen(IReadOnlyList<CrashPoint> points) =>
        ChaosOptions.IsWhole ? points : points.Where((_, index) => index % 5 == 1);

    private static IEnumerable<CrashPoint> Requests() =>
        [
            .. from call in Calls
            from nth in Enumerable.Range(1, call.Times)
            from boundary in Enum.GetValues<Boundary>()
            select new AtRequest(boundary, call.Call, nth),
            .. Enum.GetValues<Boundary>().Select(boundary => new AtUpload(boundary)),
        ];

    private static IEnumerable<CrashPoint> Unrecorded() =>
        Enumerable.Range(1, CrashContent.Creates).Select(create => new AtUnrecorded(create));

    private static async Task KillAndRecover(Store store, CrashPoint point)
    {
        await using var fixture = await ChaosFixture.Open(store, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);

        await Kill(fixture, point);
        var after = await LedgerAudit.Open(fixture);
        await RunAgain(fixture);
        var audit = await LedgerAudit.Open(fixture);

        Recovery.Check(after, Concurrency);
        Recovery.Check(audit, Concurrency);
        await Recovery.Settle(fixture);
        var last = await Recovery.Cli(fixture, "apply");
        Assert.That(last.ExitCode, Is.Zero, last.Error);
        await Recovery.CheckDone(fixture);
        Assert.That((await LedgerAudit.Open(fixture)).Held, Is.EqualTo(CrashContent.Creates));
    }

    private static async Task Kill(ChaosFixture fixture, CrashPoint point)
    {
        using var _ = point;
        point.Arm(fixture);
        if (point is AtTear tear)
        {
            await Tear(fixture, tear);
            return;
        }

        using var galley = GalleyProcess.Start(fixture, fixture.Root, "apply", "--concurrency", $"{Concurrency}");
        if (point is AtUnrecorded unrecorded)
        {
            galley.Said += unrecorded.Hear;
        }

        var ended = galley.End();
        var first = await Task.WhenAny(point.Reached, ended);
        Assert.That(first == point.Reached || !point.IsSure, $"the run ended before {point}:\n{galley.Words}");
        if (first == point.Reached)
        {
            await galley.Kill();
            Figures.Killed();
        }

        point.Release(fixture);
    }

    private static async Task Tear(ChaosFixture fixture, AtTear point)
    {
        using var galley = GalleyProcess.StartLimited(
            fixture,
            fixture.Root,
            point.Blocks,
            "apply",
            "--concurrency",
            $"{Concurrency}"
        );
        await galley.End();
        Figures.Killed();
        var ledger = Directory.EnumerateFiles(fixture.LedgerFolder, "*.jsonl").Select(File.ReadAllBytes).ToList();
        Assert.That(
            ledger.Select(bytes => bytes[^1]),
            Has.Some.Not.EqualTo((byte)'\n'),
            $"no line was cut short:\n{galley.Words}"
        );
    }

    /// <summary>As a job that is started again; in a process of its own where the time that it takes is to be known.</summary>
    private static async Task RunAgain(ChaosFixture fixture)
    {
        if (!ChaosOptions.IsWhole)
        {
            var run = await Recovery.Cli(fixture, "apply");
            Assert.That(run.ExitCode, Is.Zero.Or.EqualTo((int)ExitCode.PersonNeeded), run.Error);
            return;
        }

        var clock = Stopwatch.StartNew();
        using var galley = GalleyProcess.Start(fixture, fixture.Root, "apply");
        Assert.That(await galley.End(), Is.Zero.Or.EqualTo((int)ExitCode.PersonNeeded), galley.Words);
        Figures.Recovered(clock.Elapsed);
    }
}
