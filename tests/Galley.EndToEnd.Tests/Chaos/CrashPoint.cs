using System.Text.RegularExpressions;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>One instant at which a run is killed, and how a test gets there.</summary>
internal abstract record CrashPoint(string Name) : IDisposable
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private FolderWatch? _watch;

    /// <summary>Ends at the instant; the run is held there wherever that is possible.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Whether every run comes to it.</summary>
    public virtual bool IsSure => true;

    /// <summary>Before the run starts.</summary>
    public abstract void Arm(ChaosFixture fixture);

    /// <summary>The run is dead: what held it goes back to what it was.</summary>
    public virtual void Release(ChaosFixture fixture) { }

    public void Dispose() => _watch?.Dispose();

    public sealed override string ToString() => Name;

    protected void Reach() => _reached.TrySetResult();

    protected void ReachWhen(string folder, Func<bool> condition)
    {
        _watch = new FolderWatch(folder, condition);
        _watch.Holds.ContinueWith(_ => Reach(), TaskScheduler.Default);
    }

    protected Task Hold()
    {
        Reach();
        return new TaskCompletionSource().Task;
    }
}

/// <summary>At a boundary of the n-th request of a kind.</summary>
/// <param name="Call">Its method, and how its path ends: <c>{id}</c> stands for any id.</param>
internal sealed partial record AtRequest(Boundary Boundary, string Call, int Nth)
    : CrashPoint($"{Boundary} {Call} {Nth}")
{
    private readonly string[] _call = Call.Split(' ');
    private int _count;

    public override void Arm(ChaosFixture fixture) =>
        fixture.Proxy.At = (boundary, line) =>
            boundary == Boundary && IsCall(line) && Interlocked.Increment(ref _count) == Nth
                ? Hold()
                : Task.CompletedTask;

    public override void Release(ChaosFixture fixture) => fixture.Proxy.At = static (_, _) => Task.CompletedTask;

    private bool IsCall(string line) =>
        line.StartsWith($"{_call[0]} ", StringComparison.Ordinal)
        && Id().Replace(line.Split('?')[0], "/{id}").EndsWith(_call[1], StringComparison.Ordinal);

    [GeneratedRegex("/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$")]
    private static partial Regex Id();
}

/// <summary>At a boundary of the picture's way to the storage.</summary>
internal sealed record AtUpload(Boundary Boundary) : CrashPoint($"{Boundary} storage PUT")
{
    public override void Arm(ChaosFixture fixture) =>
        fixture.StorageTap.At = (boundary, line) =>
            boundary == Boundary && line.StartsWith("PUT", StringComparison.Ordinal) ? Hold() : Task.CompletedTask;

    public override void Release(ChaosFixture fixture) => fixture.StorageTap.At = static (_, _) => Task.CompletedTask;
}

/// <summary>
/// In the middle of writing a line: the system lets no file of the process grow beyond so many blocks of 512 bytes, writes what
/// fits, and kills it (SIGXFSZ).
/// </summary>
internal sealed record AtTear(int Blocks) : CrashPoint($"ledger torn at {512 * Blocks} bytes")
{
    public override void Arm(ChaosFixture fixture) { }
}

/// <summary>As soon as the folder's ledger has so many lines.</summary>
internal sealed record AtLine(int Lines) : CrashPoint($"ledger line {Lines}")
{
    public override void Arm(ChaosFixture fixture) =>
        ReachWhen(fixture.LedgerFolder, () => LinesIn(fixture.LedgerFolder) >= Lines);

    private static int LinesIn(string folder) => Directory.EnumerateFiles(folder, "*.jsonl").Sum(LinesOf);

    private static int LinesOf(string file)
    {
        using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        open.CopyTo(bytes);
        return bytes.ToArray().Count(value => value == '\n');
    }
}

/// <summary>
/// LeadPanther's answer to the n-th create is there, and the ledger's disk or remote is not: <c>created</c> can't be
/// made durable.
/// </summary>
internal sealed record AtUnrecorded(int Nth) : CrashPoint($"created {Nth} not durable")
{
    private int _count;

    public override void Arm(ChaosFixture fixture) =>
        fixture.Proxy.At = (boundary, line) =>
        {
            if (
                boundary != Boundary.Stored
                || !line.StartsWith("POST", StringComparison.Ordinal)
                || line.EndsWith("/upload-url", StringComparison.Ordinal)
                || Interlocked.Increment(ref _count) != Nth
            )
            {
                return Task.CompletedTask;
            }

            if (fixture.Store == Store.Folder)
            {
                Directory.Move(fixture.LedgerFolder, Away(fixture));
            }
            else
            {
                new Testing.GitClone(fixture.Remote).Hook("pre-receive", "exit 1");
            }

            return Task.CompletedTask;
        };

    /// <summary>The run says so when it can't write.</summary>
    public void Hear(string line)
    {
        if (line.Contains("the ledger can't be written", StringComparison.Ordinal))
        {
            Reach();
        }
    }

    public override void Release(ChaosFixture fixture)
    {
        fixture.Proxy.At = static (_, _) => Task.CompletedTask;
        if (fixture.Store == Store.Branch)
        {
            File.Delete(Path.Combine(fixture.Remote, "hooks", "pre-receive"));
            return;
        }

        if (Directory.Exists(fixture.LedgerFolder))
        {
            Directory.Delete(fixture.LedgerFolder, recursive: true);
        }

        Directory.Move(Away(fixture), fixture.LedgerFolder);
    }

    private static string Away(ChaosFixture fixture) => fixture["ledger-away"];
}

/// <summary>At the n-th push to the ledger's branch: before the remote takes it, or after it took it and before galley hears.</summary>
internal sealed record AtPush(int Nth, bool Taken) : CrashPoint($"push {Nth} {(Taken ? "taken" : "not taken")}")
{
    // The binding; then an intent, and its end: a run makes as many pushes at least. How many more share one is up to the threads.
    public override bool IsSure => Nth <= 3;

    public override void Arm(ChaosFixture fixture)
    {
        new Testing.GitClone(fixture.Remote).Hook(
            Taken ? "post-receive" : "pre-receive",
            $"""
            n=$(($(cat pushes 2>/dev/null || echo 0) + 1)); echo $n > pushes
            [ $n -ne {Nth} ] && exit 0
            : > reached
            while [ ! -e released ]; do sleep 0.05; done
            """
        );
        ReachWhen(fixture.Remote, () => File.Exists(Path.Combine(fixture.Remote, "reached")));
    }

    public override void Release(ChaosFixture fixture) =>
        File.WriteAllText(Path.Combine(fixture.Remote, "released"), "");
}
