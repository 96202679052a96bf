using Galley.Cli.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Cli.Tests.Commands;

internal sealed class LedgerRebuildTests
{
    private const string Monday = "2026-06-08T09:00:00Z";
    private ApplyFixture _fixture = null!;

    [SetUp]
    public async Task ApplyAndLoseTheLedger()
    {
        _fixture = await ApplyFixture.Set(
            new FakeTimeProvider(DateTimeOffset.Parse(Monday, System.Globalization.CultureInfo.InvariantCulture))
        );
        _fixture.LeadMagnet("guide", "GUIDE");
        _fixture.Post("launch", "2026-06-09 10:00", "Comment GUIDE for it.", "guide");
        _fixture.Post("later", "2026-06-20 10:00", "Another day.");
        Assert.That((await _fixture.Online(Monday, "apply")).ExitCode, Is.Zero);
        _fixture.Post("new", "2026-06-21 10:00", "Not sent yet.");
    }

    [TearDown]
    public async Task CleanUp() => await _fixture.DisposeAsync();

    [Test]
    public async Task Rebuild_OfALostLedger_SendsNothingTwice()
    {
        Directory.Delete(Path.Combine(_fixture.Folder, "galley-ledger"), recursive: true);
        var posts = _fixture.Sandbox.Posts.Length;

        var asked = await _fixture.Online(Monday, "ledger", "rebuild");
        var written = await _fixture.Online(Monday, "ledger", "rebuild", "--yes");
        var plan = await _fixture.Run("plan", "--format", "json");
        var apply = await _fixture.Online(Monday, "apply");

        Assert.That(asked.ExitCode, Is.EqualTo(1));
        Assert.That(
            asked.Out,
            Does.Contain("clients/northwind/posts/launch.md is ").And.Contain("run this again with --yes")
        );
        Assert.That(written.ExitCode, Is.Zero, written.Error);
        Assert.That(
            written.Out,
            Does.Contain("northwind: 3 files found in LeadPanther, 0 unclear, 1 not found, 0 in LeadPanther only")
                .And.Contain("ledger_id: ")
        );
        Assert.That(plan.Json["totals"]!["create"]!.GetValue<int>(), Is.EqualTo(1));
        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That(_fixture.Sandbox.Posts.Length, Is.EqualTo(posts + 1));
    }

    [Test]
    public async Task Rebuild_WhereTheLedgerIsStillThere_IsRefused()
    {
        var refused = await _fixture.Online(Monday, "ledger", "rebuild", "--yes");

        Assert.That(refused.ExitCode, Is.EqualTo(1));
        Assert.That(refused.Error, Does.Contain("There is a ledger at folder:galley-ledger already"));
    }
}
