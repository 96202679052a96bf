using System.Net;
using System.Text.Json.Nodes;

namespace Galley.Sandbox.Tests.State;

internal sealed class SandboxStateTests
{
    private string _file = "";

    [SetUp]
    public void Folder() => _file = Path.Combine(Directory.CreateTempSubdirectory("sandbox-").FullName, "state.jsonl");

    [TearDown]
    public void Away() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Test]
    public async Task Restart_OnAStateFile_HoldsAllAndListensWhereItDid()
    {
        Uri url;
        string magnet,
            media;
        await using (var fixture = await Kept())
        {
            url = fixture.Server.ApiUrl;
            magnet = await fixture.Created("/lead-magnets", SandboxFixture.LeadMagnet());
            await fixture.Created("/posts", SandboxFixture.Post(magnet: magnet));
            var upload = (
                await fixture.Agency.Post(SandboxFixture.Client + "/media/upload-url", SandboxFixture.Upload())
            ).Data;
            await fixture.With(null).Put(upload["upload_url"]!.GetValue<string>(), [1, 2, 3, 4], "image/png");
            media = upload["public_url"]!.GetValue<string>();
        }

        await using var again = await Kept();
        await again.Created("/posts", SandboxFixture.Post(magnet: magnet));
        using var request = new HttpRequestMessage(HttpMethod.Get, media);

        Assert.Multiple(async () =>
        {
            Assert.That(again.Server.ApiUrl, Is.EqualTo(url));
            Assert.That(again.Server.Posts, Has.Length.EqualTo(2));
            Assert.That(again.Server.Posts.Select(post => post.Id), Is.Unique);
            Assert.That((await again.With(null).Send(request)).Bytes, Is.EqualTo(new byte[] { 1, 2, 3, 4 }));
        });
    }

    [Test]
    public async Task Restart_AfterChangesAndRemovals_HoldsThem()
    {
        await using (var fixture = await Kept())
        {
            var kept = await fixture.Created("/posts", SandboxFixture.Post());
            fixture.Server.Manual.EditPost(kept, new JsonObject { ["text"] = "Changed." });
            fixture.Server.Manual.DeletePost(await fixture.Created("/posts", SandboxFixture.Post()));
            fixture.Server.Manual.EditLeadMagnet(SandboxFixture.EarlierId, new JsonObject { ["keyword"] = "BOOK" });
        }

        await using var again = await Kept();

        Assert.Multiple(() =>
        {
            Assert.That(again.Server.Posts.Single().Text, Is.EqualTo("Changed."));
            Assert.That(again.Server.DeletedPosts, Has.Length.EqualTo(1));
            Assert.That(again.Server.LeadMagnets.Single().Keyword, Is.EqualTo("BOOK"));
        });
    }

    [Test]
    public async Task StateFile_WhileTheSandboxRuns_GrowsBeforeTheAnswer()
    {
        await using var fixture = await Kept();
        var before = new FileInfo(_file).Length;

        await fixture.Created("/posts", SandboxFixture.Post());

        Assert.That(
            new FileInfo(_file).Length,
            Is.GreaterThan(before + SandboxFixture.Post().ToJsonString().Length),
            "a kill may come at any time after it"
        );
    }

    [Test]
    public async Task LastLine_CutShort_IsDroppedAndTheRestStays()
    {
        await using (var fixture = await Kept())
        {
            await fixture.Created("/posts", SandboxFixture.Post());
        }

        await File.AppendAllTextAsync(_file, "{\"post\":{\"id\":\"00");

        await using (var fixture = await Kept())
        {
            await fixture.Created("/posts", SandboxFixture.Post());
        }

        await using var again = await Kept();
        Assert.That(again.Server.Posts, Has.Length.EqualTo(2));
    }

    [Test]
    public void StateFile_OfSomethingElse_IsRefusedWithItsLine()
    {
        File.WriteAllText(_file, "name: Northwind\n");

        Assert.That(Kept, Throws.TypeOf<GalleyException>().With.Message.StartsWith($"Line 1 of {_file}"));
    }

    [Test]
    public async Task StateFile_OfARunningSandbox_IsRefused()
    {
        await using var fixture = await Kept();

        Assert.That(Kept, Throws.TypeOf<GalleyException>().With.Message.Contains("Stop the sandbox that uses it"));
    }

    [Test]
    public async Task Ids_OfOneSeed_AreTheSame()
    {
        await using var one = await SandboxFixture.Sandbox();
        await using var same = await SandboxFixture.Sandbox();
        await using var other = await SandboxFixture.Sandbox(options => options with { Seed = 2 });

        var ids = new List<string>();
        foreach (var fixture in new[] { one, same, other })
        {
            ids.Add(await fixture.Created("/posts", SandboxFixture.Post()));
        }

        Assert.That(ids[0], Is.EqualTo(ids[1]).And.Not.EqualTo(ids[2]));
        Assert.That(Guid.TryParse(ids[0], out _));
    }

    [Test]
    public async Task Port_ThatIsTaken_IsSaid()
    {
        await using var fixture = await SandboxFixture.Sandbox();

        Assert.That(
            () => SandboxFixture.Sandbox(options => options with { Port = fixture.Server.ApiUrl.Port }),
            Throws.TypeOf<GalleyException>().With.Message.Contains("is taken")
        );
    }

    [Test]
    public void Address_ThatOthersCanReach_IsRefused() =>
        Assert.That(
            () => SandboxFixture.Sandbox(options => options with { Address = IPAddress.Any }),
            Throws.TypeOf<GalleyException>().With.Message.Contains("loopback only")
        );

    [Test]
    public async Task StatePage_ForAnotherProcess_ShowsAll()
    {
        await using var fixture = await SandboxFixture.Sandbox();
        var id = await fixture.Created("/posts", SandboxFixture.Post());
        await fixture.Agency.Get("/nowhere");

        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(fixture.Server.PageUrl, "/sandbox/state"));
        var state = JsonNode.Parse((await fixture.With(null).Send(request)).Bytes)!;

        Assert.Multiple(() =>
        {
            Assert.That(state["posts"]![0]!["id"]!.GetValue<string>(), Is.EqualTo(id));
            Assert.That(state["posts"]![0]!["body"]!["text"]!.GetValue<string>(), Does.Contain("GUIDE"));
            Assert.That(state["requests"]!.AsArray(), Has.Count.EqualTo(2));
            Assert.That(state["violations"]![0]!["what"]!.GetValue<string>(), Does.Contain("/nowhere"));
        });
    }

    private Task<SandboxFixture> Kept() => SandboxFixture.Sandbox(options => options with { StateFile = _file });
}
