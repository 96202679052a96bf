using System.Globalization;
using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Microsoft.Extensions.Time.Testing;

namespace Galley.Cli.Tests.Commands;

internal sealed class PullTests
{
    private const string Monday = "2026-06-08T09:00:00Z";
    private FakeTimeProvider _clock = null!;
    private ApplyFixture _fixture = null!;

    [SetUp]
    public async Task SetUp()
    {
        _clock = new FakeTimeProvider(DateTimeOffset.Parse(Monday, CultureInfo.InvariantCulture));
        _fixture = await ApplyFixture.Set(_clock);
    }

    [TearDown]
    public async Task CleanUp() => await _fixture.DisposeAsync();

    /// <summary>
    /// Before the merge, main has no file: an apply there must leave LeadPanther as it is. After it, nothing is sent
    /// twice.
    /// </summary>
    [Test]
    public async Task ForPullRequest_DeletesNothingBeforeTheMerge_AndSendsNothingAfterIt()
    {
        ByHand("A post of other hands.", "2026-06-12T09:00:00.000Z");

        var pull = await _fixture.Online(Monday, "pull", "--client", "northwind", "--for-pull-request");
        var file = Directory.GetFiles(Path.Combine(_fixture.Folder, "clients/northwind/posts")).Single();
        var merged = await File.ReadAllTextAsync(file);
        File.Delete(file);
        var before = await _fixture.Online(Monday, "apply");
        await File.WriteAllTextAsync(file, merged);
        var after = await _fixture.Online(Monday, "apply");
        var again = await _fixture.Online(Monday, "plan", "--format", "json");

        Assert.That((pull.ExitCode, before.ExitCode, after.ExitCode), Is.EqualTo((0, 0, 0)), pull.Error + after.Error);
        Assert.That(pull.Out, Does.Contain("1 file written, 0 left out. The apply after the merge finds"));
        Assert.That(_fixture.Sandbox.Posts.Select(post => post.Text), Is.EqualTo(new[] { "A post of other hands." }));
        Assert.That((int)again.Json["totals"]!["unchanged"]!, Is.EqualTo(1));
    }

    /// <summary>Its plan would call a post missed that LeadPanther published long ago.</summary>
    [Test]
    public async Task ForPullRequest_OfPublishedPosts_AdoptsThem_AndAnApplyWithoutTheFileDeletesNothing()
    {
        ByHand("It went out.", "2026-06-09T09:00:00.000Z");
        _clock.Advance(TimeSpan.FromDays(3));

        var pull = await _fixture.Online(
            "2026-06-11T09:00:00Z",
            "pull",
            "--client",
            "northwind",
            "--for-pull-request",
            "--published"
        );
        var plan = await _fixture.Online("2026-06-11T09:00:00Z", "plan", "--format", "json");
        File.Delete(Directory.GetFiles(Path.Combine(_fixture.Folder, "clients/northwind/posts")).Single());
        var before = await _fixture.Online("2026-06-11T09:00:00Z", "apply");

        Assert.That(pull.Out, Does.Contain("Adopted 1 of 1 file"), pull.Error);
        Assert.That((int)plan.Json["totals"]!["unchanged"]!, Is.EqualTo(1));
        Assert.That((before.ExitCode, _fixture.Sandbox.Posts.Length), Is.EqualTo((0, 1)), before.Error);
    }

    /// <summary>The hourly apply runs on main, which has the files only after the merge.</summary>
    [Test]
    public async Task PulledFiles_ThatNoCommitHasYet_AreOnHold_AndAfterTheMergeTheyAreFilesAsAnyOther()
    {
        ByHand("A post of other hands.", "2026-06-12T09:00:00.000Z");

        var pull = await _fixture.Online(Monday, "pull", "--client", "northwind");
        var file = Directory.GetFiles(Path.Combine(_fixture.Folder, "clients/northwind/posts")).Single();
        var pulled = await File.ReadAllTextAsync(file);
        File.Delete(file);
        var onMain = await _fixture.Online(Monday, "apply");
        var stays = _fixture.Sandbox.Posts.Length;
        await File.WriteAllTextAsync(file, pulled);
        var merged = await _fixture.Online(Monday, "apply");
        File.Delete(file);
        var takenOut = await _fixture.Online(Monday, "apply");

        Assert.That(pull.Out, Does.Contain("Until an apply finds them, nothing of them is changed or deleted."));
        Assert.That((onMain.ExitCode, stays), Is.EqualTo((4, 1)), onMain.Error);
        Assert.That(onMain.Out, Does.Contain("commit and push it").And.Contain("galley forget post northwind/"));
        Assert.That((merged.ExitCode, takenOut.ExitCode), Is.EqualTo((0, 0)), merged.Error + takenOut.Error);
        Assert.That(_fixture.Sandbox.Posts, Is.Empty);
    }

    private void ByHand(string words, string at) =>
        _fixture.Sandbox.Manual.WritePost(
            "00000000-0000-4000-8000-000000000001",
            new JsonObject
            {
                ["text"] = words,
                ["status"] = "scheduled",
                ["scheduled_at"] = at,
            }
        );
}
