using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Cli.Tests.Commands;

internal sealed class ResolutionAndRefreshTests
{
    private const string Monday = "2026-06-08T09:00:00Z";
    private const string NoSuchId = "00000000-0000-4000-8000-00000000dead";
    private FakeTimeProvider _clock = null!;
    private ApplyFixture _fixture = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(DateTimeOffset.Parse(Monday, System.Globalization.CultureInfo.InvariantCulture));
        _fixture = await ApplyFixture.Set(_clock);
        _fixture.LeadMagnet("guide", "GUIDE");
        _fixture.Post("launch", "2026-06-09 10:00", "Comment GUIDE for it.", "guide");
        _fixture.Post("later", "2026-06-20 10:00", "Another day.");
    }

    [TearDown]
    public async Task CleanUp() => await _fixture.DisposeAsync();

    [Test]
    public async Task HandWork_IsShownUntilItIsSaidDone()
    {
        await Apply();
        _fixture.Write("galley.yaml", "time_zone: Europe/London\nchanges: by-hand\n");
        _fixture.Post("later", "2026-06-20 11:00", "Another day.");
        _fixture.Delete("clients/northwind/posts/launch.md");
        var plan = (await _fixture.Run("plan", "--format", "json")).Json;

        foreach (var (key, action) in new[] { ("launch", "remove-by-hand"), ("later", "edit-by-hand") })
        {
            var work = Actions(plan).Single(found => Text(found!, "key") == key)!;
            Assert.That(Text(work, "action"), Is.EqualTo(action));
            Assert.That((await _fixture.Run("done", "post", $"northwind/{key}", "0000")).ExitCode, Is.EqualTo(1));
            Assert.That(
                (await _fixture.Run("done", "post", $"northwind/{key}", Text(work, "code")!)).ExitCode,
                Is.Zero
            );
        }

        Assert.That((await _fixture.Run("plan", "--detailed-exitcode")).ExitCode, Is.Zero);
    }

    [Test]
    public async Task Adopt_LooksTheIdUp_WhereThereIsAKey()
    {
        await Apply();
        var id = _fixture.Sandbox.Posts.Single(post => post.Text == "Another day.").Id;
        await _fixture.Run("forget", "post", "northwind/later");

        var refused = await _fixture.Online(Monday, "adopt", "post", "northwind/later", NoSuchId);
        var taken = await _fixture.Online(Monday, "adopt", "post", "northwind/later", id, "--format", "json");

        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(
            refused.Error,
            Does.EndWith(
                $"galley: LeadPanther has no object {NoSuchId} in this client's account. Check the id. If it "
                    + "is right, repeat the command with --force.\n"
            )
        );
        Assert.That(taken.Json["taken"]!.GetValue<bool>(), taken.Error);
        Assert.That(
            Actions((await _fixture.Run("plan", "--format", "json")).Json).Select(action => Text(action!, "action")),
            Has.All.EqualTo("unchanged")
        );
    }

    [Test]
    public async Task Adopt_WithoutAKey_SaysThatNobodyLookedTheIdUp()
    {
        var run = await _fixture.Run("adopt", "post", "northwind/later", NoSuchId);

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            run.Out,
            Does.EndWith("Galley did not check this id in LeadPanther, so make sure that it is right.\n")
        );
    }

    [Test]
    public async Task AdoptFrom_TakesWhatItCan_AndNamesTheRest()
    {
        _fixture.Write(
            "sheet.csv",
            "Kind,Client,Key,Id,Note\npost,northwind,launch,id-1,\npost,northwind,lunch,id-2,\n"
                + "lead-magnet,northwind,guide,id-1,\npost,northwind,later,id-3,\n"
        );

        var run = await _fixture.Run("adopt", "--from", "sheet.csv");

        Assert.That((run.ExitCode, run.Out.Split('\n')[^2]), Is.EqualTo((1, "Adopted 2 of 4 rows.")));
        Assert.That(
            run.Error,
            Does.Contain(
                    "sheet.csv:3 was not adopted: There is no file for post northwind/lunch. Did you mean \"launch\"?"
                )
                .And.Contain("sheet.csv:4 was not adopted: id-1 already belongs to post northwind/launch")
        );
    }

    [Test]
    public async Task Recover_WritesWhatApplyCouldNot_Once()
    {
        const string Intent =
            """{"id":"ab12-6","event":"intended","at":"2026-06-08T09:00:00Z","run":"ab12","slug":"northwind","kind":"post","""
            + """ "key":"launch","send_before":"2026-06-08T09:02:00Z","payload":{"canonical":"{}","wire":"{}","""
            + """ "sha256":"44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a","code":"8G9Q"},"""
            + """ "account":"00000000-0000-4000-8000-000000000001"}""";
        const string Line =
            """{"id":"ab12-7","event":"created","at":"2026-06-08T09:00:01Z","run":"ab12","slug":"northwind","kind":"post","""
            + """ "key":"launch","object_id":"id-9","account":"00000000-0000-4000-8000-000000000001"}""";
        _fixture.Write("result.json", new JsonObject { ["unrecorded"] = new JsonArray(Intent, Line) }.ToJsonString());
        _fixture.Write("log.txt", $"galley: could not be written\n  {Line}\n");
        _fixture.Write("other.txt", "nothing\n");
        _fixture.Write("whole.json", """{"unrecorded": []}""");

        Assert.That(
            (await _fixture.Run("ledger", "recover", "result.json")).Out,
            Is.EqualTo("Recorded 2 lines in the ledger.\n")
        );
        Assert.That(
            (await _fixture.Run("ledger", "recover", "log.txt")).Out,
            Is.EqualTo("There is nothing to record: the ledger already has the line.\n")
        );
        Assert.That(
            (await _fixture.Run("ledger", "recover", "whole.json")).Out,
            Is.EqualTo("There is nothing to record: that apply recorded everything.\n")
        );
        Assert.That(
            (await _fixture.Run("ledger", "recover", "other.txt")).Error,
            Does.StartWith("galley: other.txt has no line")
        );
        Assert.That((await _fixture.Run("ledger", "show")).Out, Does.Contain("in LeadPanther").And.Contain("id-9"));
    }

    [Test]
    public async Task Refresh_ShowsWhereAPostIs_KeepsItsFigures_AndNeedsNobody()
    {
        await Apply();
        _clock.SetUtcNow(_clock.GetUtcNow().AddDays(3));

        var run = await _fixture.Online("2026-06-11T09:00:00Z", "refresh");

        var post = _fixture.Sandbox.Posts.Single(found => found.Text.StartsWith("Comment", StringComparison.Ordinal));
        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            run.Out,
            Does.Contain($"launch  https://www.linkedin.com/posts/sandbox-{post.Id}")
                .And.Contain("Nothing needs you.")
                .And.Contain("Listed 3 posts and lead magnets. Read the figures of 2, 1 of them published.")
        );
        Assert.That(
            _fixture
                .Read("galley-ledger/metrics/00000000-0000-4000-8000-000000000001.jsonl")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries),
            Has.Length.EqualTo(2)
        );
        Assert.That(_fixture.Sandbox.Violations, Is.Empty);
    }

    [Test]
    public async Task Refresh_OfAnObjectThatWasSeenAndIsNoMore_AsksForAPerson()
    {
        await Apply();
        await _fixture.Online(Monday, "refresh");
        await using var emptied = await ApplyFixture.Set(_clock);
        CopyLedger(emptied);

        var run = await emptied.Online(Monday, "refresh", "--format", "json");
        var plan = await emptied.Online(Monday, "plan", "--refresh", "--detailed-exitcode");

        Assert.That((run.ExitCode, plan.ExitCode), Is.EqualTo((4, 4)), run.Error + plan.Error);
        Assert.That(
            run.Json["needs_person"]!.AsArray().Select(found => Text(found!, "action")),
            Is.EqualTo(new[] { "gone", "gone", "gone" })
        );
        Assert.That(plan.Out, Does.Contain("galley forget post northwind/launch --recreate"));
    }

    [Test]
    public async Task Find_ShowsWhatTheLedgerLacks_WithTheLineToSay_AndNothingOfThePeople()
    {
        const string Thursday = "2026-06-11T09:00:00Z";
        await Apply();
        _clock.SetUtcNow(_clock.GetUtcNow().AddDays(3));
        var id = _fixture.Sandbox.LeadMagnets.Single().Id;

        var nothing = await _fixture.Online(Thursday, "find", "northwind");
        await _fixture.Run("forget", "lead-magnet", "northwind/guide", "--recreate");
        var found = await _fixture.Online(Thursday, "find", "northwind");
        var json = await _fixture.Online(Thursday, "find", "northwind", "--format", "json");

        Assert.That(
            nothing.Out,
            Is.EqualTo("The leads and activity of Northwind Traders show nothing that is missing in the ledger.\n")
        );
        Assert.That(
            found.Out,
            Does.StartWith($"lead-magnet {id}  (keyword GUIDE, ")
                .And.Contain($"    galley adopt lead-magnet northwind/guide {id}\n")
                .And.Not.Contain("@")
        );
        Assert.That(
            json.Json["found"]!.AsArray().Select(one => (Text(one!, "id"), Text(one!, "keyword"))),
            Is.EqualTo(new[] { (id, "GUIDE") })
        );
        Assert.That((await _fixture.Online(Thursday, "adopt", "lead-magnet", "northwind/guide", id)).ExitCode, Is.Zero);
        Assert.That((await _fixture.Online(Thursday, "find", "northwind")).Out, Is.EqualTo(nothing.Out));
    }

    [Test]
    public async Task Find_OfAClientThatIsNone_SaysWhichThereAre() =>
        Assert.That(
            (await _fixture.Online(Monday, "find", "northwnd")).Error,
            Does.Contain("Did you mean \"northwind\"?")
        );

    /// <summary>Another LeadPanther at the same address would do; here the ledger is told that it is at the other's.</summary>
    private void CopyLedger(ApplyFixture to)
    {
        foreach (
            var path in new[]
            {
                "clients/northwind/posts/launch.md",
                "clients/northwind/posts/later.md",
                "clients/northwind/lead-magnets/guide.md",
            }
        )
        {
            to.Write(path, _fixture.Read(path));
        }

        var header = JsonNode.Parse(_fixture.Read("galley-ledger/ledger.json"))!;
        header["api"] = to.Sandbox.ApiUrl.ToString();
        to.Write("galley-ledger/ledger.json", header.ToJsonString());
        const string File = "galley-ledger/00000000-0000-4000-8000-000000000001.jsonl";
        to.Write(File, _fixture.Read(File));
    }

    private async Task Apply()
    {
        var run = await _fixture.Online(Monday, "apply");
        Assert.That(run.ExitCode, Is.Zero, run.Error + run.Out);
    }

    private static JsonArray Actions(JsonNode plan) => plan["clients"]![0]!["actions"]!.AsArray();

    private static string? Text(JsonNode node, string member) => node[member]?.GetValue<string>();
}
