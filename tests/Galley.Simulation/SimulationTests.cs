using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Galley.Simulation.Playing;

namespace Galley.Simulation;

/// <summary>Agencies in which everything goes wrong, each decided by its seed to the last byte.</summary>
internal sealed class SimulationTests
{
    private static readonly int First = Setting("GALLEY_SIMULATE_SEED") ?? 1;

    // Half a minute; `dotnet cake --target=Simulate` plays as many as it is asked for.
    private static readonly int Seeds = Setting("GALLEY_SIMULATE_SEEDS") ?? 2000;

    [Test]
    public void Seeds_KeepThePromises()
    {
        var figures = new Figures();
        for (var seed = First; seed < First + Seeds; seed++)
        {
            var outcome = Player.Play(ScenarioMaker.Make(seed));
            figures.Add(outcome);
            if (outcome.Broken is not null)
            {
                figures.Write();
                Assert.Fail(Story.Of(Shortener.Shorten(outcome)));
            }
        }

        figures.Write();
    }

    /// <summary>Beyond those that every run plays. Each broke a promise once, by a fault of Galley's or of the audit's.</summary>
    [TestCase(6579)]
    [TestCase(13302)]
    [TestCase(15310)]
    [TestCase(15862)]
    [TestCase(16938)]
    [TestCase(22550)]
    [TestCase(37330)]
    [TestCase(68030)]
    [TestCase(76266)]
    [TestCase(107867)]
    [TestCase(113340)]
    [TestCase(120064)]
    [TestCase(123820)]
    [TestCase(180923)]
    [TestCase(194202)]
    [TestCase(317110)]
    [TestCase(335845)]
    [TestCase(361053)]
    [TestCase(363118)]
    [TestCase(375512)]
    [TestCase(377730)]
    [TestCase(398132)]
    [TestCase(471594)]
    [TestCase(553270)]
    [TestCase(614146)]
    [TestCase(685958)]
    [TestCase(689077)]
    [TestCase(748829)]
    [TestCase(773361)]
    [TestCase(776298)]
    [TestCase(781938)]
    [TestCase(862324)]
    public void Seed_ThatBrokeAPromiseOnce_KeepsIt(int seed)
    {
        var outcome = Player.Play(ScenarioMaker.Make(seed));

        Assert.That(outcome.Broken, Is.Null);
    }

    [Test]
    public void Seed_PlayedAgain_LeavesTheSameTrace()
    {
        foreach (var seed in Enumerable.Range(First, 10))
        {
            var scenario = ScenarioMaker.Make(seed);
            var first = Player.Play(scenario).Trace;
            Assert.That(Player.Play(scenario).Trace, Is.EqualTo(first), $"seed {seed}");
        }
    }

    private static int? Setting(string name) =>
#pragma warning disable RS0030 // The build's task says by them how much is played.
        Environment.GetEnvironmentVariable(name) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
#pragma warning restore RS0030

    /// <summary>What was played, for whoever reads the table in docs/guarantees.md.</summary>
    private sealed class Figures
    {
        private readonly System.Diagnostics.Stopwatch _clock = System.Diagnostics.Stopwatch.StartNew();
        private readonly IncrementalHash _traces = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

        public TimeSpan Took => _clock.Elapsed;

        public void Add(Outcome outcome)
        {
            _traces.AppendData(Encoding.UTF8.GetBytes(outcome.Trace));
            Count("seeds", 1);
            foreach (var (name, count) in outcome.Counts)
            {
                Count(name, count);
            }
        }

        public void Write()
        {
            var json = JsonSerializer.Serialize(
                new
                {
                    first = First,
                    counts = _counts,
                    seconds = Took.TotalSeconds,
                    processor_seconds = Environment.CpuUsage.TotalTime.TotalSeconds,
                    traces_sha256 = Convert.ToHexStringLower(_traces.GetCurrentHash()),
                }
            );
            TestContext.Out.WriteLine(json);
#pragma warning disable RS0030 // As above.
            if (Environment.GetEnvironmentVariable("GALLEY_SIMULATE_OUT") is { } file)
#pragma warning restore RS0030
            {
                File.WriteAllText(file, json);
            }
        }

        private void Count(string name, long more) => _counts[name] = _counts.GetValueOrDefault(name) + more;
    }
}
