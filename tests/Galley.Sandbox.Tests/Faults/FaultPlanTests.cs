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
    public void Shapes_OfAnswers_ComeTogetherWithTheFaultThatDecides()
    {
        var schedule = new FaultSchedule(
            FaultPlan.Parse($"reads:few-fields,list-posts:500,lists:503,lists:hide={SandboxFixture.EarlierId}")
        );

        Assert.That(
            schedule.Next("list-posts").Select(rule => (rule.Kind, rule.Status, rule.Id)),
            Is.EqualTo(
                new (FaultKind, int?, string?)[]
                {
                    (FaultKind.FewFields, null, null),
                    (FaultKind.Status, 500, null),
                    (FaultKind.Hide, null, SandboxFixture.EarlierId),
                }
            )
        );
        Assert.That(schedule.Next("me"), Is.Empty, "an account has no few fields");
    }

    [Test]
    public void Kind_OfApi_IsReadFromTextAndJson()
    {
        var text = FaultPlan.Parse("publishes, without-scope=posts:read");
        var json = FaultPlan.Parse("""{"publishes": true, "without_scopes": ["posts:read"]}""");

        Assert.That((text.Publishes, text.WithoutScopes.Single()), Is.EqualTo((true, "posts:read")));
        Assert.That((json.Publishes, json.WithoutScopes.Single()), Is.EqualTo((true, "posts:read")));
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
    [TestCase("create-post:explode", "\"explode\" is none of bad-id")]
    [TestCase("create-post:delay", "needs its length")]
    [TestCase("list-posts:hide", "hide needs the id")]
    [TestCase("create-post:endless", "only happen to list-posts, list-lead-magnets")]
    [TestCase("without-scope=posts:erase", "\"posts:erase\" is none of")]
    [TestCase("{\"without_scopes\": [\"posts:erase\"]}", "\"posts:erase\" is none of")]
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
        var schedule = new FaultSchedule(FaultPlan.Parse("creates#2:500,create-post#2:503"));

        var hits = new[] { "create-lead-magnet", "create-post", "me", "create-post" }
            .Select(schedule.Next)
            .Select(rules => rules.SingleOrDefault()?.Status);

        Assert.That(hits, Is.EqualTo(new int?[] { null, 500, null, 503 }));
    }

    private static List<bool> Hits(FaultPlan plan)
    {
        var schedule = new FaultSchedule(plan);
        return [.. Enumerable.Range(0, 1000).Select(_ => !schedule.Next("create-post").IsEmpty)];
    }
}
