using System.Text.Json.Nodes;
using CsCheck;
using Galley.Cli.Tests.Running;
using Galley.Testing.Http;
using Galley.Testing.Time;

namespace Galley.Cli.Tests.GitHub;

/// <summary>
/// Whatever GitHub says, <c>plan --github</c> and <c>apply --github</c> do what they would have done, and end as they would have
/// ended. Broken connections are <c>OddAnswerTests</c>'s.
/// </summary>
internal sealed class AnyGitHubTests
{
    private const string PullRequest = $$$"""
        {"pull_request":{"number":7,"head":{"sha":"1111111111111111111111111111111111111111","repo":{"full_name":"acme/content"} },
        "base":{"sha":"{{{Job.Merge}}}","repo":{"full_name":"acme/content"} } } }
        """;

    private static readonly int[] Statuses = [200, 201, 204, 302, 400, 401, 403, 404, 409, 422, 429, 500, 503];

    private static readonly string[] OddValues =
    [
        "null",
        "{}",
        "[]",
        "[null]",
        "-1",
        "1.5",
        "99999999999999999999",
        "true",
        "\"\"",
        "\"text\"",
        "\"2026-02-30T00:00:00Z\"",
    ];

    /// <summary>What is done to one answer: another status, or odd values in it, or another body, or nothing.</summary>
    private sealed record Damage(int? Status, int[] Places, int[] Values, bool IsAllOfIt);

    private static readonly Gen<Damage> OneDamage =
        from kind in Gen.Int[0, 5]
        from status in Gen.Int[0, Statuses.Length - 1]
        from places in Gen.Int[0, 1000].Array[1, 3]
        from values in Gen.Int[0, OddValues.Length - 1].Array[3]
        select new Damage(
            kind is 0 or 1 ? Statuses[status] : null,
            kind is 1 or 2 or 3 ? places : [],
            values,
            kind is 4
        );

    [Test]
    public async Task WhateverGitHubSays_ThePlanAndTheApplyEndTheSame()
    {
        var good = await EndsOn(reply => reply);
        Assert.That(good.Creates, Is.EqualTo(1));

        await OneDamage
            .Array[1, 12]
            .SampleAsync(
                async damages =>
                {
                    var answers = 0;
                    var odd = await EndsOn(reply => Done(damages[answers++ % damages.Length], reply));
                    Assert.That(odd with { Error = good.Error }, Is.EqualTo(good), odd.Error);
                    Assert.That(odd.Error, Does.Not.Contain("a fault of Galley"));
                },
                iter: 60,
                threads: 1
            );
    }

    private sealed record End(int Broken, int Plan, int Apply, int Creates, string Error);

    /// <summary>A plan with a problem in it, the plan without, and its apply.</summary>
    private static async Task<End> EndsOn(Func<Reply, Reply> onTheWay)
    {
        await using var fixture = await CliFixture.WithOnePost();
        // Waits before another try are over at once; a request's deadline of 30 s is not.
        fixture.Clock = new EagerTime(TestClock.System.GetUtcNow(), limit: TimeSpan.FromSeconds(29));
        await using var github = Job.On(fixture, "pull_request", PullRequest);
        github.MergedFrom[Job.Merge] = 7;
        github.Changed[7] = [("content/clients/northwind/posts/launch.md", "@@ -0,0 +1,9 @@")];
        await fixture.Run("ledger", "init");
        github.OnTheWay = onTheWay;
        fixture.WritePost("launch", "scheduled_at: 15.06.2026 10:00");
        var broken = await fixture.Run("plan", "--github");
        fixture.WritePost("launch");
        var plan = await fixture.Run("plan", "--github");
        Job.Next(fixture, "push", "{}");
        var apply = await fixture.Run("apply", "--github");
        return new End(
            broken.ExitCode,
            plan.ExitCode,
            apply.ExitCode,
            fixture.CreatesReceived,
            broken.Error + plan.Error + apply.Error
        );
    }

    private static Reply Done(Damage damage, Reply reply)
    {
        var status = damage.Status ?? int.Parse(reply.Bytes.Split(' ', 3)[1]);
        var body = reply.Bytes[(reply.Bytes.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        if (damage.IsAllOfIt)
        {
            return Reply.Json(status, OddValues[damage.Values[0]], "Retry-After: 0");
        }

        foreach (var (place, value) in damage.Places.Zip(damage.Values))
        {
            body = WithOddValue(body, place, OddValues[value]);
        }

        return Reply.Json(status, body, "Retry-After: 0");
    }

    private static string WithOddValue(string body, int place, string value)
    {
        if (body.Length == 0 || JsonNode.Parse(body) is not { } root)
        {
            return value;
        }

        var nodes = Inner(root).ToList();
        if (nodes.Count == 0)
        {
            return value;
        }

        nodes[place % nodes.Count].ReplaceWith(JsonNode.Parse(value));
        return root.ToJsonString();
    }

    /// <summary>Every value that stands in another.</summary>
    private static IEnumerable<JsonNode> Inner(JsonNode node) =>
        node switch
        {
            JsonObject all => all.Where(one => one.Value is not null)
                .SelectMany(one => Inner(one.Value!).Prepend(one.Value!)),
            JsonArray all => all.Where(one => one is not null).SelectMany(one => Inner(one!).Prepend(one!)),
            _ => [],
        };
}
