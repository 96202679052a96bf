using System.Text.Json;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>Applies on a disk whose syncs fail: nothing goes out twice or is lost, and what could not be written is said.</summary>
internal sealed class DiskFaultTests
{
    private const int Runs = 4;

    private static IEnumerable<int> Seeds =>
        Enumerable.Range(ChaosOptions.Seed, ChaosOptions.IsWhole ? ChaosOptions.Scenarios / 5 : 6);

    [TestCaseSource(nameof(Seeds))]
    public async Task Applies_OnAFailingDisk_LoseAndDoubleNothing(int seed)
    {
        await using var fixture = await ChaosFixture.Open(Store.Folder, CrashContent.Accounts, speed: 2000);
        fixture.Write(CrashContent.Files);
        var disk = new FailingDisk(seed, chance: 0.1 + (0.05 * (seed % 5)));

        for (var run = 0; run < Runs; run++)
        {
            var result = await new InProcessApply(fixture, fixture.Root, new CrashTrigger(null)) { Disk = disk }.Run();
            await Recover(fixture, [.. result?.Unrecorded ?? []]);
            Recovery.Check(await LedgerAudit.Open(fixture), most: InProcessApply.Concurrency);
        }

        await Recovery.Settle(fixture);
        var last = await Recovery.Cli(fixture, "apply");
        Assert.That(last.ExitCode, Is.Zero, last.Error);
        await Recovery.CheckDone(fixture);
    }

    private static async Task Recover(ChaosFixture fixture, string[] unrecorded)
    {
        if (unrecorded.Length > 0)
        {
            await File.WriteAllTextAsync(fixture["result.json"], JsonSerializer.Serialize(new { unrecorded }));
            var recovered = await Recovery.Cli(fixture, "ledger", "recover", fixture["result.json"]);
            Assert.That(recovered.ExitCode, Is.Zero, recovered.Error);
        }
    }
}
