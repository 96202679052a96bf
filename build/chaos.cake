// The faults, deaths and races that docs/guarantees.md speaks of, and its table of what they showed.

using System.Text.RegularExpressions;

Task("Chaos")
    .Description(
        "Kills galley at every instant and plays random disasters, then writes what came of it into "
            + "docs/guarantees.md. [--scenarios=1000 --seed=N]"
    )
    .IsDependentOn("Compile")
    .Does(() => RunChaos(Argument("scenarios", 1000), Argument("seed", System.Random.Shared.Next(1, 1_000_000))));

FilePath ChaosFigures => Context.Environment.WorkingDirectory.CombineWithFilePath("artifacts/chaos.json");

void RunChaos(int scenarios, int seed)
{
    Console.WriteLine(
        $"{scenarios} scenarios, the first of seed {seed}. One that fails is named by its seed: --scenarios=1 --seed=… plays it again."
    );
    var clock = System.Diagnostics.Stopwatch.StartNew();
    var exitCode = StartProcess(
        "dotnet",
        new ProcessSettings
        {
            // A single scenario is one to be looked at, without the rest.
            Arguments =
                "test tests/Galley.EndToEnd.Tests --no-build --nologo --filter "
                + $"\"FullyQualifiedName~{(scenarios == 1 ? "Chaos.Scenario" : "Chaos")}\"",
            EnvironmentVariables = new Dictionary<string, string>
            {
                ["GALLEY_CHAOS_SCENARIOS"] = $"{scenarios}",
                ["GALLEY_CHAOS_SEED"] = $"{seed}",
                ["GALLEY_CHAOS_OUT"] = ChaosFigures.FullPath,
            },
        }
    );
    if (exitCode != 0)
    {
        throw new CakeException("A promise was broken: the tests above name the seed or the instant.");
    }

    if (scenarios >= 1000)
    {
        WriteChaosTable(seed, clock.Elapsed);
    }
}

void WriteChaosTable(int seed, TimeSpan took)
{
    var document = File("docs/guarantees.md").Path.FullPath;
    var table = Regex.Replace(
        System.IO.File.ReadAllText(document),
        @"(?<=<!-- figures -->\n).*(?=<!-- /figures -->)",
        ChaosTable(
            System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText(ChaosFigures.FullPath)).RootElement,
            seed,
            took
        ),
        RegexOptions.Singleline
    );
    System.IO.File.WriteAllText(document, table);
    Console.WriteLine("docs/guarantees.md has the new figures.");
}

string ChaosTable(System.Text.Json.JsonElement figures, int seed, TimeSpan took)
{
    string Number(string name) =>
        figures.GetProperty(name).GetInt32().ToString("N0", System.Globalization.CultureInfo.InvariantCulture);
    string Seconds(string name) =>
        figures.GetProperty(name).GetDouble().ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
    (string What, string Value)[] rows =
    [
        ("random scenarios", $"{Number("scenarios")} (seeds from {seed})"),
        ("runs of the real program killed by SIGKILL", Number("killed")),
        ("runs frozen for good between two calls, in the tests' own process", Number("abandoned")),
        ("objects in LeadPanther twice", Number("duplicates")),
        ("objects lost", Number("lost")),
        ("most in doubt after one death", $"{Number("most_in_doubt")} (4 may be in flight)"),
        (
            "time to recover: the next whole run after a SIGKILL, median and longest",
            $"{Seconds("recovery_median")} s, {Seconds("recovery_longest")} s"
        ),
        ("lines of a folder's ledger that a death cut short", Number("torn")),
        (
            "time to recover: after the last disaster of a scenario, until ledger, LeadPanther and plan agree, median and longest",
            $"{Seconds("agreement_median")} s, {Seconds("agreement_longest")} s; most runs that it took: {Number("agreement_runs")}"
        ),
        ("all of it took", $"{took.TotalMinutes:0} min"),
        ("commit, day", $"{HeadCommit()}, {DateTime.UtcNow:yyyy-MM-dd}"),
    ];
    return $"| what | figure |\n| --- | --- |\n{string.Concat(rows.Select(row => $"| {row.What} | {row.Value} |\n"))}";
}

string HeadCommit()
{
    StartProcess(
        "git",
        new ProcessSettings { Arguments = "rev-parse --short HEAD", RedirectStandardOutput = true },
        out var output
    );
    return string.Concat(output);
}
