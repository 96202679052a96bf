using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.EndToEnd.Tests.Chaos;

namespace Galley.EndToEnd.Tests.Faults;

/// <summary>
/// Whatever one client's folder, ledger file, account or pictures hold, the other clients are validated, planned and sent as if nothing
/// were wrong. A seed decides what is damaged, and how.
/// </summary>
internal sealed class OneClientTests
{
    private static readonly Dictionary<string, Task<Seen>> Sound = [];

    private static IEnumerable<int> Seeds =>
        Enumerable.Range(ChaosOptions.Seed, ChaosOptions.IsWhole ? ChaosOptions.Scenarios : 16);

    [TestCaseSource(nameof(Seeds))]
    public async Task Damage_ToOneClient_LeavesTheOthersAsTheyAre(int seed)
    {
        var random = new Random(seed);
        var victim = DamagedAgency.Slugs[random.Next(DamagedAgency.Slugs.Length)];
        await using var agency = await DamagedAgency.Open(random.Next(4) == 0 ? victim : null);
        var said = Damage.Any(agency, victim, random);

        var seen = await Look(agency, victim);

        var sound = await (Sound.TryGetValue(victim, out var known) ? known : Sound[victim] = LookAtASoundOne(victim));
        using var scope = Assert.EnterMultipleScope();
        Assert.That(seen.Faults, Is.Empty, said);
        Assert.That(seen.Validated, Is.EqualTo(sound.Validated), said);
        Assert.That(seen.Planned, Is.EqualTo(sound.Planned), said);
        Assert.That(seen.InLeadPanther, Is.EqualTo(sound.InLeadPanther), said);
    }

    private static async Task<Seen> LookAtASoundOne(string victim)
    {
        await using var agency = await DamagedAgency.Open();
        return await Look(agency, victim);
    }

    private static async Task<Seen> Look(DamagedAgency agency, string victim)
    {
        var validated = await agency.Run("validate", "--format", "json");
        var planned = await agency.Run("plan", "--format", "json");
        var applied = await agency.Run("apply", "--format", "json");
        var refreshed = await agency.Run("refresh", "--format", "json");
        string[] faults = [.. new[] { validated, planned, applied, refreshed }.SelectMany(Faults)];
        if (faults.Length > 0)
        {
            return new Seen(faults, "", "", []);
        }

        return new Seen(
            faults,
            Text(
                validated.Json["diagnostics"]!
                    .AsArray()
                    .Where(found => DamagedAgency.Slugs.Any(slug => slug != victim && IsOf(slug, found!)))
            ),
            Text(
                planned.Json["clients"]!
                    .AsArray()
                    .Where(client => client!["slug"]!.ToString() is var slug && slug != victim && IsOurs(slug))
                    .SelectMany(client => client!["actions"]!.AsArray())
                    .Select(action => (JsonNode?)$"{action!["action"]} {action["key"]} {action["payload_sha256"]}")
            ),
            [.. agency.InLeadPantherBut(victim)]
        );
    }

    /// <summary>A run that broke off instead of going on without the client.</summary>
    private static IEnumerable<string> Faults(CliRun run) =>
        run.Out.StartsWith('{') && !run.Error.Contains("fault of Galley", StringComparison.Ordinal)
            ? []
            : [$"{run.ExitCode}: {run.Error}"];

    /// <summary>What is left of an account that no file names any more goes by its id.</summary>
    private static bool IsOurs(string slug) => DamagedAgency.Slugs.Contains(slug);

    private static bool IsOf(string slug, JsonNode found) =>
        found["path"]!.ToString().StartsWith($"clients/{slug}/", StringComparison.Ordinal);

    private static string Text(IEnumerable<JsonNode?> nodes) => string.Join('\n', nodes.Select(node => $"{node}"));

    /// <summary>What can be seen of all clients but one.</summary>
    private sealed record Seen(string[] Faults, string Validated, string Planned, string[] InLeadPanther);
}
