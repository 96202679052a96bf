// Looks for inputs that break what reads from outside: files, ledgers, answers, comments, sheets, pictures.

Task("Fuzz")
    .Description(
        "Tries inputs that nobody thought of, guided by the branches that they reach, and keeps the best in "
            + "tests/Galley.Fuzzing/corpus. [--minutes=10 --seed=N --only=post]"
    )
    .Does(() =>
        RunFuzz(
            Argument("minutes", 10),
            Argument("seed", System.Random.Shared.Next(1, 1_000_000)),
            Argument("only", "")
        )
    );

void RunFuzz(int minutes, int seed, string only)
{
    var project = "tests/Galley.Fuzzing/Galley.Fuzzing.csproj";
    // Optimised, as people run it, and in a folder of its own: the counting of branches is written into the assemblies.
    var folder = "artifacts/fuzz/bin";
    CleanDirectory(folder);
    DotNetPublish(
        project,
        new DotNetPublishSettings
        {
            Configuration = "Release",
            OutputDirectory = folder,
            NoLogo = true,
            Verbosity = DotNetVerbosity.Quiet,
        }
    );
    var program = $"{folder}/Galley.Fuzzing.dll";
    string[] counted = ["Galley.dll", "Galley.GitHub.dll", "Galley.LeadPanther.dll"];
    RunDotNet($"{program} instrument {string.Join(' ', counted.Select(name => $"{folder}/{name}"))}");

    Console.WriteLine($"{minutes} minutes from seed {seed}. What breaks one lies in artifacts/fuzz/faults.");
    RunDotNet($"{program} search tests/Galley.Fuzzing/corpus artifacts/fuzz/faults {minutes * 60} {seed} {only}");
}

void RunDotNet(string arguments)
{
    if (StartProcess("dotnet", arguments) != 0)
    {
        throw new CakeException($"dotnet {arguments} failed: see above.");
    }
}
