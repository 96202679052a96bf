using Galley.Api;
using Galley.Applying.Results;
using Galley.Applying.Throttling;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Testing;

namespace Galley.Tests.Applying;

/// <summary>What goes out when, how much of it at a time, and how 429 slows it.</summary>
public sealed class OrderTests
{
    [Test]
    public async Task OneClient_SendsMediaThenLeadMagnetsThenPosts()
    {
        var fixture = new ApplierFixture()
            .Client("acme")
            .Post("acme", "p", "guide", null, ApplierFixture.Picture("a.png", "a1"))
            .Magnet("acme", "guide");
        fixture.Options = fixture.Options with { Concurrency = 1 };

        await fixture.Apply();

        Assert.That(
            fixture.Api.Calls,
            Is.EqualTo(
                new[] { "me", "clients", "list lead-magnet", "list post", "upload a.png", "lead-magnet", "post" }
            )
        );
        Assert.That(
            fixture.Api.Creates[1].Wire,
            Does.Contain("00000000-0000-4000-8000-000000000001").And.Contain("https://cdn.example.com/1/a.png")
        );
    }

    [Test]
    public async Task APost_StartsAsSoonAsWhatItNeedsIsThere()
    {
        var magnet = new TaskCompletionSource<CreateAnswer>(TaskCreationOptions.RunContinuationsAsynchronously);
        var alone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var fixture = new ApplierFixture()
            .Client("acme")
            .Magnet("acme", "guide")
            .Post("acme", "uses-it", "guide")
            .Post("acme", "alone");
        fixture.Api.OnCreate = create =>
        {
            if (create.Kind == Kind.LeadMagnet)
            {
                return magnet.Task;
            }

            alone.TrySetResult();
            return Task.FromResult(ScriptedLeadPanther.Created(create));
        };

        var apply = fixture.Apply();
        await alone.Task;

        Assert.That(fixture.Api.Creates.Where(create => create.Kind == Kind.Post), Has.Exactly(1).Items);
        magnet.SetResult(new CreateAnswer.Created("magnet-id", null));
        Assert.That((await apply).Done, Has.Length.EqualTo(3));
        Assert.That(fixture.Api.Creates[^1].Wire, Does.Contain("magnet-id"));
    }

    [TestCase(1)]
    [TestCase(3)]
    [TestCase(4)]
    public async Task ManyClients_NeverHaveMoreInFlightOrOpenThanTheConcurrency(int concurrency)
    {
        var fixture = new ApplierFixture()
            .Client("a")
            .Posts("a", 9)
            .Client("b")
            .Posts("b", 9)
            .Client("c")
            .Posts("c", 9);
        fixture.Options = fixture.Options with { Concurrency = concurrency };
        var (open, mostOpen) = (0, 0);
        fixture.Ledger.BeforeWrite = events =>
        {
            var now = events[0] is Intended ? Interlocked.Increment(ref open) : Interlocked.Decrement(ref open);
            InterlockedMax(ref mostOpen, now);
        };
        fixture.Api.OnCreate = async create =>
        {
            await Task.Yield();
            return ScriptedLeadPanther.Created(create);
        };

        var result = await fixture.Apply();

        Assert.That(result.Done, Has.Length.EqualTo(27));
        Assert.That(fixture.Api.MostInFlight, Is.LessThanOrEqualTo(concurrency));
        Assert.That(mostOpen, Is.LessThanOrEqualTo(concurrency));
    }

    [Test]
    public async Task Clients_GoSideBySide()
    {
        var both = new CountdownEvent(2);
        var fixture = new ApplierFixture().Client("a").Posts("a", 1).Client("b").Posts("b", 1);
        fixture.Api.OnCreate = create =>
            Task.Run(() =>
            {
                both.Signal();
                Assert.That(
                    both.Wait(TimeSpan.FromSeconds(30)),
                    "the other client's create was not in flight at the same time"
                );
                return ScriptedLeadPanther.Created(create);
            });

        Assert.That((await fixture.Apply()).Done, Has.Length.EqualTo(2));
    }

    [Test]
    public async Task Pace_OnA429_HalvesAndGrowsBackAsRequestsSucceed()
    {
        var slots = new Slots(4);
        var limiter = new RateLimiter(4, new ApplierFixture().Clock, slots);
        limiter.Throttled(TimeSpan.Zero);
        Assert.That(limiter.Allowed, Is.EqualTo(2));
        limiter.Throttled(TimeSpan.Zero);
        limiter.Throttled(TimeSpan.Zero);
        Assert.That(limiter.Allowed, Is.EqualTo(1));

        using var only = await limiter.Enter(CancellationToken.None);
        var second = limiter.Enter(CancellationToken.None);
        Assert.That(second.IsCompleted, Is.False);

        limiter.Succeeded();
        (await second).Dispose();
        for (var i = 0; i < 5; i++)
        {
            limiter.Succeeded();
        }

        Assert.That(limiter.Allowed, Is.EqualTo(4));
    }

    [Test]
    public async Task Pace_WaiterThatGivesUp_LeavesNoSlotBehind()
    {
        var slots = new Slots(1);
        var limiter = new RateLimiter(1, new ApplierFixture().Clock, slots);
        using var stop = new CancellationTokenSource();
        var first = await limiter.Enter(CancellationToken.None);
        var givenUp = limiter.Enter(stop.Token);
        var next = limiter.Enter(CancellationToken.None);
        await stop.CancelAsync();

        Assert.That(async () => await givenUp, Throws.InstanceOf<OperationCanceledException>());
        first.Dispose();
        (await next).Dispose();
    }

    [Test]
    public async Task Throttled_MakesTheOthersWaitToo()
    {
        var fixture = new ApplierFixture().Client("acme").Posts("acme", 3);
        fixture.Options = fixture.Options with { Concurrency = 1 };
        var sentAt = new List<DateTimeOffset>();
        fixture.Api.OnCreate = create =>
        {
            sentAt.Add(fixture.Clock.GetUtcNow());
            return Task.FromResult(
                create.Number == 1
                    ? new CreateAnswer.Throttled(TimeSpan.FromSeconds(20), null)
                    : ScriptedLeadPanther.Created(create)
            );
        };

        await fixture.Apply();

        Assert.That(sentAt.Skip(1), Has.All.GreaterThanOrEqualTo(ApplierFixture.Start.AddSeconds(20)));
        Assert.That(fixture.Events.OfType<ApplyEvent.Retrying>().Single().Wait, Is.EqualTo(TimeSpan.FromSeconds(20)));
    }

    [Test]
    public async Task Throttled_OfOneKey_LetsAnotherKeyGoOn()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(ApplierFixture.Start);
        var limiters = new RateLimiters(2, clock);
        var (tired, fresh) = (limiters.For(new ScriptedLeadPanther()), limiters.For(new ScriptedLeadPanther()));

        tired.Throttled(TimeSpan.FromSeconds(20));
        var resting = tired.Enter(CancellationToken.None);
        using var first = await fresh.Enter(CancellationToken.None);
        var second = await fresh.Enter(CancellationToken.None);

        Assert.That((tired.Allowed, fresh.Allowed, resting.IsCompleted), Is.EqualTo((1, 2, false)));
        clock.Advance(TimeSpan.FromSeconds(20));
        Assert.That(resting.IsCompleted, Is.False, "all keys together have no more than two requests in flight");
        second.Dispose();
        (await resting).Dispose();
    }

    [Test]
    public void Backoff_Doubles_UpToHalfAMinute()
    {
        Assert.That(
            Enumerable.Range(1, 7).Select(tried => Backoff.After(tried, 1).TotalSeconds),
            Is.EqualTo(new[] { 1, 2, 4, 8, 16, 30, 30 })
        );
        Assert.That(Backoff.After(3, 0), Is.EqualTo(TimeSpan.FromSeconds(2)));
    }

    private static void InterlockedMax(ref int most, int value)
    {
        for (var seen = most; value > seen; seen = most)
        {
            Interlocked.CompareExchange(ref most, value, seen);
        }
    }
}
