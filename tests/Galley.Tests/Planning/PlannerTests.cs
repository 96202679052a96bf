using Galley.Content;
using Galley.Planning;
using Galley.Rendering.Comments;
using Galley.Rendering.Json;
using Galley.Rules;
using Galley.Testing;
using Galley.Testing.Time;

namespace Galley.Tests.Planning;

internal sealed class PlannerTests
{
    [Test]
    public async Task Plan_OfContentThatIsHeld_IsTheSame_AndReadsNoFile()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root["clients/acme/posts"]);
        File.WriteAllText(
            root["clients/acme/client.yaml"],
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        File.WriteAllText(
            root["clients/acme/posts/launch.md"],
            "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\nHello.\n"
        );
        File.WriteAllText(root["clients/acme/posts/wrong.md"], "---\nstatus: scheduled\n---\nHello.\n");
        var first = await Planner(root.Path).Plan(["acme"], default);
        Directory.Delete(root["clients/acme/posts"], recursive: true);

        var again = await Planner(root.Path, slug => first.Clients.Single(client => client.Plan.Slug == slug).Content)
            .Plan(["acme"], default);

        Assert.That(first.Plan.Diagnostics, Is.Not.Empty);
        Assert.That(Json(again.Plan), Is.EqualTo(Json(first.Plan)));
    }

    [Test]
    public async Task Plan_WithAnErrorInGalleyYaml_BlamesTheFilesOfAllClients()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root["clients/acme/posts"]);
        File.WriteAllText(root["galley.yaml"], "time_zone: Mars/Olympus\n");
        File.WriteAllText(
            root["clients/acme/client.yaml"],
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        File.WriteAllText(
            root["clients/acme/posts/launch.md"],
            "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\nHello.\n"
        );

        var plan = await Planner(root.Path).Plan(["acme"], default);

        Assert.That(
            plan.Plan.Actions.Single().Action.Detail,
            Is.EqualTo("files that all clients share have errors: correct them first")
        );
    }

    /// <summary>A thousand clients at rest must not hold a thousand clients' files while one post is sent.</summary>
    [Test]
    public async Task Plan_OfAClientThatNobodyKeeps_IsTheSame_WithoutItsFiles_WhichAreReadAgainForAText()
    {
        using var root = new TemporaryFolder();
        Directory.CreateDirectory(root["clients/acme/posts"]);
        File.WriteAllText(
            root["clients/acme/client.yaml"],
            "name: Acme\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        File.WriteAllText(
            root["clients/acme/posts/launch.md"],
            "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\n---\nHello.\n"
        );
        var kept = await Planner(root.Path).Plan(["acme"], default);

        var released = await Planner(root.Path, keeps: _ => false).Plan(["acme"], default);

        var client = released.Clients.Single();
        Assert.That(Json(released.Plan), Is.EqualTo(Json(kept.Plan)));
        Assert.That((client.IsReleased, client.Content.Client?.Name), Is.EqualTo((true, "Acme")));
        Assert.That(client.Content.Objects, Is.Empty);
        Assert.That(kept.Clients.Single().IsReleased, Is.False);
        Assert.That(
            ObjectTexts
                .For(released.Clients, Repository.Open(root.Path))
                .For("acme", client.Plan.Actions.Single())!
                .Text,
            Is.EqualTo("Hello.")
        );
    }

    private static string Json(Plan plan) => Written.By(to => PlanJson.Write(to, plan));

    private static Planner Planner(
        string root,
        Func<string, ClientContent?>? held = null,
        Func<PlannedClient, bool>? keeps = null
    )
    {
        var repository = Repository.Open(root);
        var ledger = new InMemoryLedger(new LeapingTime(Sample.Now.ToDateTimeOffset()));
        return new Planner(
            repository,
            ledger,
            new Validator(repository, Sample.Now, ValidationPurpose.Plan),
            Sample.Now
        )
        {
            Held = held,
            Keeps = keeps ?? (_ => true),
        };
    }
}
