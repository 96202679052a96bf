// Seeds that decide everything: tests/Galley.Simulation, and what docs/guarantees.md says of it.

const string Simulation = "tests/Galley.Simulation/Galley.Simulation.csproj";

Task("Simulate")
    .Description("Plays seeds in which one number decides every interleaving, fault and death. [--seeds=1000000 --seed=1]")
    .Does(() => RunSimulation(Argument("seeds", 1_000_000), Argument("seed", 1)));

FilePath SimulationFigures => Context.Environment.WorkingDirectory.CombineWithFilePath("artifacts/simulation.json");

void RunSimulation(int seeds, int first)
{
    DotNetBuild(Simulation, new DotNetBuildSettings { Configuration = "Release", Verbosity = DotNetVerbosity.Quiet, NoLogo = true });
    var broke = Simulate(seeds, first, out var output);
    output.ToList().ForEach(line => Console.WriteLine(line));
    if (broke)
    {
        throw new CakeException("A promise was broken: the story above says how. --seeds=1 --seed=… plays it again.");
    }

    Console.WriteLine(System.IO.File.ReadAllText(SimulationFigures.FullPath));
}

bool Simulate(int seeds, int first, out IEnumerable<string> output) =>
    StartProcess("dotnet", new ProcessSettings
    {
        Arguments = $"test {Simulation} --no-build --nologo --configuration Release --filter Name~KeepThePromises",
        EnvironmentVariables = new Dictionary<string, string>
        {
            ["GALLEY_SIMULATE_SEEDS"] = $"{seeds}",
            ["GALLEY_SIMULATE_SEED"] = $"{first}",
            ["GALLEY_SIMULATE_OUT"] = SimulationFigures.FullPath,
        },
        RedirectStandardOutput = true,
    }, out output) != 0;
