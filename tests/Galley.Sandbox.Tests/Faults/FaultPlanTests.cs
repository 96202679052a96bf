using Galley.Sandbox.Faults;

namespace Galley.Sandbox.Tests.Faults;

internal sealed class FaultPlanTests
{
    [Test]
    public void Text_InAllItsForms_IsRead()
    {
        var plan = FaultPlan.Parse(
            """
            # the third post is stored, and nobody hears of it
            create-post#3:reset-after-store
            creates#2-4:503=10, reads#5+:delay=250ms, seed=7
            *~0.25:404-after-store
            """
        );

        Assert.That(plan.Seed, Is.EqualTo(7));
        Assert.That(
            plan.Rules,
            Is.EqualTo(
                new[]
                {
                    new FaultRule("create-post", FaultKind.ResetAfterStore) { From = 3, To = 3 },
                    new FaultRule("creates", FaultKind.Status)
                    {
                        From = 2,
                        To = 4,
                        Status = 503,
                        Seconds = 10,
                    },
                    new FaultRule("reads", FaultKind.Delay) { From = 5, Seconds = 0.25 },
                    new FaultRule("*", FaultKind.StatusAfterStore) { Chance = 0.25, Status = 404 },
                }
            )
        );
    }

    [Test]
    public void Json_SaysTheSame()
    {
        var plan = FaultPlan.Parse(
            """{"seed": 7, "rules": [{"on": "create-post", "kind": "status", "from": 2, "to": 2, "status": 429, "seconds": 3}]}"""
        );

        Assert.That(plan.Rules, Is.EqualTo(FaultPlan.Parse("create-post#2:429=3").Rules));
    }

    [TestCase("create-pots:500", "create-pots")]
    [TestCase("create-post", "create-post#3:reset-after-store")]
    [TestCase("create-post:explode", "\"explode\" is none of delay")]
    [TestCase("create-post:delay", "needs its length")]
    [TestCase("create-post#3-2:500", "count from 1")]
    [TestCase("create-post~2:500", "between 0 and 1")]
    [TestCase("create-post:999", "between 200 and 599")]
    [TestCase("{\"rules\": [{\"on\": \"me\", \"kind\": \"bang\"}]}", "docs/sandbox.md")]
    [TestCase("{\"rules\": [{\"on\": \"you\", \"kind\": \"html\"}]}", "you")]
    [TestCase("{", "docs/sandbox.md")]
    public void Plan_ThatCantBeRead_IsSaid(string text, string message) =>
        Assert.That(() => FaultPlan.Parse(text), Throws.TypeOf<GalleyException>().With.Message.Contains(message));

    [Test]
    public void Chance_OfOneSeed_FallsTheSameWay()
    {
        var plan = FaultPlan.Parse("create-post~0.3:500,seed=11");

        var hits = Hits(plan);

        Assert.That(hits, Is.EqualTo(Hits(plan)).And.Not.EqualTo(Hits(plan with { Seed = 12 })));
        Assert.That(hits.Count(hit => hit), Is.InRange(200, 400), "of 1,000 at 0.3");
    }

    [Test]
    public void Rules_EachCountTheirOwnRequests()
    {
        var desk = new FaultSchedule(FaultPlan.Parse("creates#2:500,create-post#2:503"));

        var hits = new[] { "create-lead-magnet", "create-post", "me", "create-post" }
            .Select(desk.Next)
            .Select(rule => rule?.Status);

        Assert.That(hits, Is.EqualTo(new int?[] { null, 500, null, 503 }));
    }

    private static List<bool> Hits(FaultPlan plan)
    {
        var desk = new FaultSchedule(plan);
        return [.. Enumerable.Range(0, 1000).Select(_ => desk.Next("create-post") is not null)];
    }
}
