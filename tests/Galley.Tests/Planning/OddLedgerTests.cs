using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;
using Galley.Rendering.Json;
using Galley.Rules;
using Galley.Testing;
using Galley.Testing.Time;

namespace Galley.Tests.Planning;

/// <summary>A ledger that lost the line which says what was sent of something: its client is held, and no other.</summary>
internal sealed class OddLedgerTests
{
    private const string Acme = "00000000-0000-4000-8000-000000000001";
    private const string Contoso = "00000000-0000-4000-8000-000000000002";

    [TestCase("launch", Description = "with a file")]
    [TestCase("gone", Description = "without a file")]
    public async Task Plan_OfAnOddLedger_HoldsThatClientAloneWithOneSentence(string key)
    {
        using var root = new TemporaryFolder();
        Write(root, "acme", Acme);
        Write(root, "contoso", Contoso);
        var ledger = new InMemoryLedger(new LeapingTime(Sample.Now.ToDateTimeOffset())).With(
            Acme,
            new Created("acme", Kind.Post, key, "id-1", RequestId: null)
        );
        var repository = Repository.Open(root.Path);
        var validator = new Validator(repository, Sample.Now, ValidationPurpose.Plan);

        var plan = (
            await new Planner(repository, ledger, validator, Sample.Now).Plan(["acme", "contoso"], default)
        ).Plan;

        Assert.That(plan.Clients.Single(client => client.Slug == "acme").Actions, Is.Empty);
        Assert.That(
            plan.Clients.Single(client => client.Slug == "contoso").Actions.Select(action => action.Type),
            Is.EqualTo(new[] { ActionType.Create })
        );
        Assert.That(
            plan.Diagnostics.Where(found => found.Severity == Severity.Error).Select(found => found.Message),
            Is.EqualTo(
                new[]
                {
                    $"The ledger says that post acme/{key} is in LeadPanther as id-1, but not what was sent, so nothing is done for this "
                        + $"client. Run `galley forget post acme/{key}`, then `galley adopt post acme/{key} id-1` if its file says what "
                        + "LeadPanther shows.",
                }
            )
        );
    }

    [Test]
    public async Task Plan_OfALedgerThatAFaultOfOursCantTake_HoldsThatClientAlone()
    {
        using var root = new TemporaryFolder();
        Write(root, "acme", Acme);
        Write(root, "contoso", Contoso);
        var odd = new Payload("7", Wire: null, new string('0', 64), "0000");
        var ledger = new InMemoryLedger(new LeapingTime(Sample.Now.ToDateTimeOffset())).With(
            Acme,
            new Intended("acme", Kind.Post, "gone", odd, Sample.Now),
            new Created("acme", Kind.Post, "gone", "id-1", RequestId: null)
        );
        var repository = Repository.Open(root.Path);
        var validator = new Validator(repository, Sample.Now, ValidationPurpose.Plan);

        var planner = new Planner(repository, ledger, validator, Sample.Now);
        var plan = (await planner.Plan(["acme", "contoso"], default)).Plan;

        var outline = await planner.Outline(["acme", "contoso"], inShort: false, default);

        Assert.That(
            Written.By(to => PlanJson.Write(to, outline)),
            Is.EqualTo(Written.By(to => PlanJson.Write(to, plan)))
        );
        Assert.That(plan.Clients.Single(client => client.Slug == "acme").Actions, Is.Empty);
        Assert.That(plan.Clients.Single(client => client.Slug == "contoso").Actions, Has.Length.EqualTo(1));
        Assert.That(
            plan.Diagnostics.Single(found => found.Severity == Severity.Error).Message,
            Does.StartWith("Galley has a bug")
        );
    }

    private static void Write(TemporaryFolder root, string slug, string account)
    {
        Directory.CreateDirectory(root[$"clients/{slug}/posts"]);
        File.WriteAllText(
            root[$"clients/{slug}/client.yaml"],
            $"name: {slug}\nclient_id: {account}\ntime_zone: America/New_York\n"
        );
        File.WriteAllText(
            root[$"clients/{slug}/posts/launch.md"],
            "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\nHello.\n"
        );
    }
}
