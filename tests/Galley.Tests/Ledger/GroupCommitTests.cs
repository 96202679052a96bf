using Galley.Ledger;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Tests.Ledger;

internal sealed class GroupCommitTests
{
    private ObservedTime _clock = null!;
    private List<IReadOnlyList<string>> _written = null!;
    private GroupCommit<string> _commit = null!;
    private TaskCompletionSource _write = null!;
    private TaskCompletionSource _begun = null!;

    [SetUp]
    public async Task BeginAWrite()
    {
        (_clock, _written) = (new ObservedTime(), []);
        (_write, _begun) = (New(), New());
        _commit = new GroupCommit<string>(Write, _clock);
        _commit.Add("a");
        await _begun.Task;
    }

    [Test]
    public async Task WhatComesDuringAWrite_SharesTheNext()
    {
        _commit.Add("b");
        _commit.Add("c");

        await EndAfter(milliseconds: 1);
        await _begun.Task;

        Assert.That(_written[1], Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public async Task BehindASlowWrite_TheNextWaitsALittle_ForWhatIsAboutToCome()
    {
        await EndAfter(milliseconds: 400);
        await _commit.Drain();

        _commit.Add("b");
        await _clock.Waits.Task;
        _clock.Advance(TimeSpan.FromMilliseconds(49));
        _commit.Add("c");
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        await _begun.Task;

        Assert.That(_written[1], Is.EqualTo(new[] { "b", "c" }));
    }

    [Test]
    public async Task BehindAFastWrite_NothingWaits()
    {
        await EndAfter(milliseconds: 79);
        await _commit.Drain();

        _commit.Add("b");

        Assert.That(await Task.WhenAny(_begun.Task, _clock.Waits.Task), Is.SameAs(_begun.Task));
    }

    [Test]
    public async Task WhatIsTakenBackWhileItWaits_IsNotWritten()
    {
        await EndAfter(milliseconds: 400);
        await _commit.Drain();
        _commit.Add("b");
        await _clock.Waits.Task;

        Assert.That(_commit.TryRemove("b"), Is.True);
        _clock.Advance(TimeSpan.FromMilliseconds(50));
        await _commit.Drain();

        Assert.That(_written, Has.Count.EqualTo(1));
    }

    private Task Write(IReadOnlyList<string> batch)
    {
        _written.Add(batch);
        _begun.SetResult();
        return _write.Task;
    }

    private Task EndAfter(int milliseconds)
    {
        _clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
        _begun = New();
        var write = _write;
        _write = New();
        write.SetResult();
        return write.Task;
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private sealed class ObservedTime : FakeTimeProvider
    {
        public TaskCompletionSource Waits { get; } = New();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            var timer = base.CreateTimer(callback, state, dueTime, period);
            Waits.TrySetResult();
            return timer;
        }
    }
}
