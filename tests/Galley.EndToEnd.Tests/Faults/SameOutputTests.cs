using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Faults;

/// <summary>No speed by saying less: whatever way galley reads, it says the same, in the same order.</summary>
internal sealed class SameOutputTests
{
    private static readonly string[] Validate = ["validate", "--format", "json", "--now", CliFixture.Now];

    private static readonly string[] Plan = ["plan", "--format", "json", "--now", CliFixture.Now];

    [TestCaseSource(typeof(FaultCorpus), nameof(FaultCorpus.All))]
    public async Task Fault_OnOneThreadOrMany_IsSaidTheSame(Fault fault)
    {
        using var folder = new TemporaryFolder();
        FaultyExample.Write(fault, folder);

        var alone = await CliRun.OnThreads(1, folder.Path, [.. Validate, "--no-cache"]);
        var together = await CliRun.OnThreads(8, folder.Path, [.. Validate, "--no-cache"]);

        Assert.That(together, Is.EqualTo(alone));
    }

    [TestCaseSource(typeof(FaultCorpus), nameof(FaultCorpus.All))]
    public async Task Fault_WithoutACache_WithANewOneAndAFullOne_IsSaidTheSame(Fault fault)
    {
        using var folder = new TemporaryFolder();
        using var caches = new TemporaryFolder();
        var environment = new Dictionary<string, string> { ["XDG_CACHE_HOME"] = caches.Path };
        FaultyExample.Write(fault, folder);
        foreach (var command in new[] { Validate, Plan })
        {
            var without = await CliRun.In(folder.Path, [.. command, "--no-cache"]);
            var filling = await CliRun.In(folder.Path, environment, command);
            var remembering = await CliRun.In(folder.Path, environment, command);

            Assert.That(filling.WithoutNow, Is.EqualTo(without.WithoutNow));
            Assert.That(remembering.WithoutNow, Is.EqualTo(without.WithoutNow));
        }
    }

    /// <summary>Many clients with problems of many kinds each: here an order that depends on who is done first would show.</summary>
    [Test]
    public async Task AllFaultsAtOnce_OnOneThreadOrMany_AreSaidTheSame()
    {
        using var folder = new TemporaryFolder();
        foreach (var (fault, index) in FaultCorpus.All.Select((fault, index) => (fault, index)))
        {
            using var one = new TemporaryFolder();
            FaultyExample.Write(fault, one);
            foreach (var client in Directory.GetDirectories(one["clients"]))
            {
                Directory.Move(client, NewHome(folder, client, index));
            }
        }

        var alone = await CliRun.OnThreads(1, folder.Path, [.. Validate, "--no-cache"]);
        var together = await CliRun.OnThreads(8, folder.Path, [.. Validate, "--no-cache"]);

        Assert.That(alone.Json["diagnostics"]!.AsArray(), Has.Count.GreaterThan(100));
        Assert.That(together, Is.EqualTo(alone));
    }

    private static string NewHome(TemporaryFolder folder, string client, int index)
    {
        Directory.CreateDirectory(folder["clients"]);
        return folder[Path.Combine("clients", $"{Path.GetFileName(client)}-{index}")];
    }
}
