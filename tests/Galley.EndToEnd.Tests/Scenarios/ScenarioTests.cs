using Snapshooter;
using Snapshooter.NUnit;

namespace Galley.EndToEnd.Tests.Scenarios;

/// <summary>
/// One folder a scenario: what was published before (<c>before/</c>), what the content says now (<c>content/</c>), and beside
/// them the plan as people and programs read it, what the apply said, and the events that it wrote.
/// </summary>
internal sealed class ScenarioTests
{
    private static readonly string Root = Path.Combine(TestContext.CurrentContext.TestDirectory, "Scenarios");

    private static IEnumerable<string> Names =>
        Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal);

    [TestCaseSource(nameof(Names))]
    public async Task Scenario_IsPlannedAppliedAndLeftInPeace(string name)
    {
        await using var fixture = await ScenarioFixture.Open(Path.Combine(Root, name));
        await fixture.PublishBefore();

        var plan = await fixture.Run("plan");
        var json = await fixture.Run("plan", "--format", "json");
        var apply = await fixture.Apply();
        var sent = fixture.WritesReceived;
        await fixture.Apply();

        using var scope = Assert.EnterMultipleScope();
        Match(name, "plan.txt", plan.Error + plan.Out);
        Match(name, "plan.json", json.Out);
        Match(name, "apply.txt", $"{apply.Out}exit code {apply.ExitCode}\n");
        Match(name, "events.txt", fixture.Events() is { Length: > 0 } events ? events : "none\n");
        if (apply.ExitCode != (int)ExitCode.SomeFailed)
        {
            Assert.That(fixture.WritesReceived, Is.EqualTo(sent), "a second apply sends nothing");
        }

        Assert.That(fixture.Violations, Is.Empty, "nothing was asked against the documentation");
    }

    private static void Match(string scenario, string file, string text) =>
        Snapshot.Match(text, new SnapshotFullName(file, Path.Combine(SourceFolder(), scenario)));

    private static string SourceFolder([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetDirectoryName(file)!;
}
