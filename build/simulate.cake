// Seeds that decide everything: tests/Galley.Simulation, and what docs/guarantees.md says of it.

const string Simulation = "tests/Galley.Simulation/Galley.Simulation.csproj";

Task("Simulate")
    .Description(
        "Plays seeds in which one number decides every interleaving, fault and death. [--seeds=1000000 --seed=1]"
    )
    .Does(() => RunSimulation(Argument("seeds", 1_000_000), Argument("seed", 1)));

FilePath SimulationFigures => Context.Environment.WorkingDirectory.CombineWithFilePath("artifacts/simulation.json");

void RunSimulation(int seeds, int first)
{
    DotNetBuild(
        Simulation,
        new DotNetBuildSettings
        {
            Configuration = "Release",
            Verbosity = DotNetVerbosity.Quiet,
            NoLogo = true,
        }
    );
    var broke = Simulate(Simulation, seeds, first, out var output);
    output.ToList().ForEach(line => Console.WriteLine(line));
    if (broke)
    {
        throw new CakeException("A promise was broken: the story above says how. --seeds=1 --seed=… plays it again.");
    }

    Console.WriteLine(System.IO.File.ReadAllText(SimulationFigures.FullPath));
}

bool Simulate(string project, int seeds, int first, out IEnumerable<string> output) =>
    StartProcess(
        "dotnet",
        new ProcessSettings
        {
            Arguments = $"test \"{project}\" --no-build --nologo --configuration Release --filter Name~KeepThePromises",
            EnvironmentVariables = new Dictionary<string, string>
            {
                ["GALLEY_SIMULATE_SEEDS"] = $"{seeds}",
                ["GALLEY_SIMULATE_SEED"] = $"{first}",
                ["GALLEY_SIMULATE_OUT"] = SimulationFigures.FullPath,
            },
            RedirectStandardOutput = true,
        },
        out output
    ) != 0;

Task("SeededFaults")
    .Description(
        "Puts each fault of build/seeded-faults.json into a copy of the last commit, and says which seed "
            + "finds it. [--seeds=2000 --fault=WORDS]"
    )
    .Does(() => RunSeededFaults(Argument("seeds", 2000), Argument("fault", "")));

sealed record SeededFault(string Name, string File, string Find, string Replace);

DirectoryPath FaultyCopy => Context.Environment.WorkingDirectory.Combine("artifacts/seeded-faults");

void RunSeededFaults(int seeds, string only)
{
    var faults = System.Text.Json.JsonSerializer.Deserialize<SeededFault[]>(
        System.IO.File.ReadAllText("build/seeded-faults.json"),
        new System.Text.Json.JsonSerializerOptions(System.Text.Json.JsonSerializerDefaults.Web)
    );
    if (DirectoryExists(FaultyCopy))
    {
        // Git's own files are read-only.
        DeleteDirectory(FaultyCopy, new DeleteDirectorySettings { Recursive = true, Force = true });
    }

    if (StartProcess("git", $"clone --quiet . \"{FaultyCopy}\"") != 0)
    {
        throw new CakeException("The repository could not be copied.");
    }

    BuildFaulty(Simulation, "", "no fault");
    var missed = 0;
    Console.WriteLine("| fault | found by seed | as |\n| --- | --- | --- |");
    foreach (var fault in faults.Where(fault => fault.Name.Contains(only, StringComparison.OrdinalIgnoreCase)))
    {
        var found = Find(fault, seeds);
        missed += found is null ? 1 : 0;
        Console.WriteLine($"| {fault.Name} | {found?.Seed ?? $"none of {seeds}"} | {found?.Promise} |");
    }

    if (missed > 0)
    {
        throw new CakeException($"{missed} faults were not found.");
    }
}

void BuildFaulty(FilePath project, string more, string fault)
{
    var path = FaultyCopy.CombineWithFilePath(project).FullPath;
    if (StartProcess("dotnet", $"build \"{path}\" -c Release -v:quiet -nologo -p:RunAnalyzers=false {more}") != 0)
    {
        throw new CakeException($"With {fault} it does not compile: correct build/seeded-faults.json.");
    }
}

(string Seed, string Promise)? Find(SeededFault fault, int seeds)
{
    var file = FaultyCopy.CombineWithFilePath(fault.File).FullPath;
    var right = System.IO.File.ReadAllText(file);
    if (right.Split(fault.Find).Length != 2)
    {
        throw new CakeException(
            $"{fault.File} does not hold the text of \"{fault.Name}\" just once: correct build/seeded-faults.json."
        );
    }

    System.IO.File.WriteAllText(file, right.Replace(fault.Find, fault.Replace));
    try
    {
        // Each fault is in Galley's own library, so nothing else is built again. What it leaves unused is no reason to stop here.
        BuildFaulty(
            "src/Galley/Galley.csproj",
            "--no-restore --no-dependencies -p:TreatWarningsAsErrors=false",
            fault.Name
        );
        CopyFileToDirectory(
            FaultyCopy.CombineWithFilePath("artifacts/bin/Galley/release/Galley.dll"),
            FaultyCopy.Combine("artifacts/bin/Galley.Simulation/release")
        );
        var project = FaultyCopy.CombineWithFilePath(Simulation).FullPath;
        Simulate(project, seeds, 1, out var output);
        var story = System.Text.RegularExpressions.Regex.Match(
            string.Join("\n", output),
            @"Seed (\d+) breaks a promise\. ([^:]+):"
        );
        return story.Success ? (story.Groups[1].Value, story.Groups[2].Value) : null;
    }
    finally
    {
        System.IO.File.WriteAllText(file, right);
    }
}
