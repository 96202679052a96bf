using System.Text.Json;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>What the runs showed, added up: <c>docs/guarantees.md</c> shows them.</summary>
internal static class Figures
{
    private static readonly Lock Lock = new();
    private static readonly List<double> Recoveries = [];
    private static readonly List<(int Runs, double Seconds)> Agreements = [];
    private static int _scenarios;
    private static int _torn;
    private static int _killed;
    private static int _abandoned;
    private static int _mostInDoubt;
    private static int _duplicates;
    private static int _lost;

    public static void Scenario()
    {
        lock (Lock)
        {
            _scenarios++;
        }
    }

    /// <summary>The real process, by SIGKILL.</summary>
    public static void Killed()
    {
        lock (Lock)
        {
            _killed++;
        }
    }

    /// <param name="took">The next run, from the start of its process to the end.</param>
    public static void Recovered(TimeSpan took)
    {
        lock (Lock)
        {
            Recoveries.Add(took.TotalSeconds);
        }
    }

    /// <summary>A run in the tests' own process, frozen for good.</summary>
    public static void Abandoned()
    {
        lock (Lock)
        {
            _abandoned++;
        }
    }

    /// <summary>A line of a folder's ledger that a death cut short.</summary>
    public static void Torn()
    {
        lock (Lock)
        {
            _torn++;
        }
    }

    /// <summary>After the last disaster of a scenario: until ledger, LeadPanther and plan agree.</summary>
    /// <param name="runs">That had to send something still.</param>
    /// <param name="took">With the words of people about what was in doubt.</param>
    public static void Agreed(int runs, TimeSpan took)
    {
        lock (Lock)
        {
            Agreements.Add((runs, took.TotalSeconds));
        }
    }

    public static void Found(int duplicates, int lost, int mostInDoubt)
    {
        lock (Lock)
        {
            _mostInDoubt = Math.Max(_mostInDoubt, mostInDoubt);
            _duplicates += duplicates;
            _lost += lost;
        }
    }

    public static void Write(string path)
    {
        var sorted = Recoveries.Order().ToList();
        File.WriteAllText(
            path,
            JsonSerializer.Serialize(
                new
                {
                    scenarios = _scenarios,
                    killed = _killed,
                    abandoned = _abandoned,
                    duplicates = _duplicates,
                    lost = _lost,
                    most_in_doubt = _mostInDoubt,
                    recovery_median = sorted.ElementAtOrDefault(sorted.Count / 2),
                    recovery_longest = sorted.LastOrDefault(),
                    torn = _torn,
                    agreement_runs = Agreements.Select(agreement => agreement.Runs).DefaultIfEmpty().Max(),
                    agreement_median = Agreements
                        .Select(agreement => agreement.Seconds)
                        .Order()
                        .ElementAtOrDefault(Agreements.Count / 2),
                    agreement_longest = Agreements.Select(agreement => agreement.Seconds).DefaultIfEmpty().Max(),
                }
            )
        );
    }
}
