using System.Text;
using Galley.Cli.Tests.Running;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests.Commands;

internal sealed class FixTests
{
    private const string Broken =
        "---\r\nstatus:draft\r\nsheduled_at: 2026-06-15 9am\r\nnotes: Ask Ann #urgent # and \"Bob\"\r\n"
        + "images: [media\\a.png, Team_Photo.png]\r\n---\r\nWords #stay as they are.\r\n";

    [Test]
    public async Task Fix_TypingMistakes_AreWrittenAndShown()
    {
        await using var fixture = await CliFixture.WithOnePost();
        var file = Write(fixture, "broken.md", Broken);
        Media(fixture, "a.png");
        Media(fixture, "team photo.png");

        var run = await fixture.Run("fix");

        using (Assert.EnterMultipleScope())
        {
            Assert.That(run.ExitCode, Is.Zero);
            Assert.That(
                await File.ReadAllTextAsync(file),
                Is.EqualTo(
                    "---\r\nstatus: draft\r\nscheduled_at: 2026-06-15 09:00\r\nnotes: 'Ask Ann #urgent # and \"Bob\"'\r\n"
                        + "images: [media/a.png, team photo.png]\r\n---\r\nWords #stay as they are.\r\n"
                )
            );
            Snapshot.Match(run.Out);
        }

        Assert.That((await fixture.Run("validate")).Out, Does.Not.Contain("error"));
        Assert.That((await fixture.Run("fix")).Out, Is.EqualTo("Nothing to correct.\n"));
    }

    [Test]
    public async Task Check_WithSomethingToCorrect_WritesNothingAndExits3()
    {
        await using var fixture = await CliFixture.WithOnePost();
        var file = Write(fixture, "broken.md", "---\nstatus: draft\nnotes: Ask #ann\n---\nHi\n");

        var run = await fixture.Run("fix", "--check");

        Assert.That(run.ExitCode, Is.EqualTo(3));
        Assert.That(
            run.Out,
            Does.Contain("3 - notes: Ask #ann").And.Contain("3 + notes: \"Ask #ann\"").And.Contain("1 file to correct")
        );
        Assert.That(await File.ReadAllTextAsync(file), Does.Contain("notes: Ask #ann"));
    }

    [Test]
    public async Task Fix_OfAFileWithAByteOrderMark_KeepsIt()
    {
        await using var fixture = await CliFixture.WithOnePost();
        var file = Write(fixture, "bom.yaml", "\uFEFFstatus: draft\nnots: x\nbody: Hi\n");

        await fixture.Run("fix");

        Assert.That(
            await File.ReadAllBytesAsync(file),
            Is.EqualTo(Encoding.UTF8.GetBytes("\uFEFFstatus: draft\nnots: x\nbody: Hi\n"))
        );
        Write(fixture, "bom.yaml", "\uFEFFstatus: draft\nnotse: x\nbody: Hi\n");

        await fixture.Run("fix");

        Assert.That(
            await File.ReadAllBytesAsync(file),
            Is.EqualTo(Encoding.UTF8.GetBytes("\uFEFFstatus: draft\nnotes: x\nbody: Hi\n"))
        );
    }

    [Test]
    public async Task Fix_OfOneClient_LeavesTheOthers()
    {
        await using var fixture = await CliFixture.WithOnePost();
        Write(fixture, "broken.md", "---\nstatus: draft\nnotes: Ask #ann\n---\nHi\n");
        Directory.CreateDirectory(Path.Combine(fixture.Content, "clients/other"));
        await File.WriteAllTextAsync(
            Path.Combine(fixture.Content, "clients/other/client.yaml"),
            "name:Other\nclient_id: 00000000-0000-4000-8000-000000000009\n"
        );

        var run = await fixture.Run("fix", "--client", "northwind", "--format", "json");

        Assert.That(
            run.Json.ToJsonString(),
            Is.EqualTo("""{"written":true,"files":["clients/northwind/posts/broken.md"],"left":0}""")
        );
        Assert.That(
            await File.ReadAllTextAsync(Path.Combine(fixture.Content, "clients/other/client.yaml")),
            Does.StartWith("name:Other")
        );
    }

    [Test]
    public async Task Validate_AsJson_HasTheCorrection()
    {
        await using var fixture = await CliFixture.WithOnePost();
        Write(fixture, "broken.md", "---\nstatus: draft\nnotes: Ask #ann\n---\nHi\n");

        var run = await fixture.Run("validate", "--format", "json");

        Assert.That(
            run.Json["diagnostics"]![0]!["fix"]!.ToJsonString(),
            Is.EqualTo("""{"line":3,"column":8,"end_line":3,"end_column":16,"text":"\u0022Ask #ann\u0022"}""")
        );
    }

    [TestCase("nowhere")]
    [TestCase("[")]
    public async Task Validate_WithAWrongLedger_IsJsonWithItsLine(string ledger)
    {
        await using var fixture = await CliFixture.WithOnePost();
        await File.AppendAllTextAsync(Path.Combine(fixture.Content, "galley.yaml"), $"ledger: {ledger}\n");

        var run = await CliRun.In(fixture.Content, "validate", "--format", "json", "--now", "2026-06-08T09:00:00Z");
        var plan = await CliRun.In(fixture.Content, "plan", "--format", "json", "--now", "2026-06-08T09:00:00Z");
        var apply = await CliRun.In(fixture.Content, "apply", "--now", "2026-06-08T09:00:00Z");

        using (Assert.EnterMultipleScope())
        {
            Assert.That((run.ExitCode, plan.ExitCode, apply.ExitCode), Is.EqualTo((3, 3, 1)));
            Assert.That(
                run.Json["diagnostics"]!.AsArray().Select(one => $"{one!["path"]}"),
                Is.All.EqualTo("galley.yaml")
            );
            Assert.That(
                plan.Json["diagnostics"]!.AsArray().Select(one => $"{one!["path"]}"),
                Is.All.EqualTo("galley.yaml")
            );
        }
    }

    private static string Write(CliFixture fixture, string name, string text)
    {
        var file = Path.Combine(fixture.Content, "clients/northwind/posts", name);
        File.WriteAllText(file, text);
        return file;
    }

    private static void Media(CliFixture fixture, string name)
    {
        var folder = Directory.CreateDirectory(Path.Combine(fixture.Content, "clients/northwind/media"));
        File.WriteAllBytes(Path.Combine(folder.FullName, name), Galley.Testing.SampleMedia.Png());
    }
}
