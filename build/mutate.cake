// Changes the product in a thousand small ways, and asks the tests whether they see it.

Task("Mutate")
    .Description(
        "Changes one line after another of what must never go wrong, and names each change that no test sees. "
            + "Takes hours; --only=Planning/Renames some 20 minutes."
    )
    .Does(() => RunMutation(Argument("only", "")));

const string StrykerVersion = "5.1.0";

sealed record MutatedPart(string Project, string Folder);

// Where a fault would publish twice, lose a post, or overwrite what a person did.
MutatedPart[] MutatedParts =>
    [
        new("Galley", "Payloads"),
        new("Galley", "Ledger"),
        new("Galley", "Planning"),
        new("Galley", "Resolutions"),
        new("Galley", "Applying"),
        new("Galley.LeadPanther", "Calls"),
    ];

void RunMutation(string only)
{
    // Not a tool of the manifest: the README's two lines would fetch it for everybody.
    var tools = Context.Environment.WorkingDirectory.Combine("artifacts/tools");
    var stryker = tools.CombineWithFilePath("dotnet-stryker");
    if (!FileExists(stryker))
    {
        RunDotNet($"tool install dotnet-stryker --version {StrykerVersion} --tool-path \"{tools}\"");
    }

    var folder = only.Split('/')[0];
    Console.WriteLine("| part | mutants | seen | not seen | score |\n| --- | --- | --- | --- | --- |");
    foreach (var part in MutatedParts.Where(part => only == "" || part.Folder == folder))
    {
        Mutate(stryker, part, only == "" ? part.Folder : only);
    }
}

void Mutate(FilePath stryker, MutatedPart part, string mutated)
{
    var output = Context.Environment.WorkingDirectory.Combine($"artifacts/mutation/{part.Project}-{part.Folder}");
    var settings = output.CombineWithFilePath("stryker-config.json");
    CleanDirectory(output);
    System.IO.File.WriteAllText(
        settings.FullPath,
        System.Text.Json.JsonSerializer.Serialize(
            new Dictionary<string, object>
            {
                ["stryker-config"] = new Dictionary<string, object>
                {
                    ["project"] = $"{part.Project}.csproj",
                    ["mutate"] = new[] { $"**/{mutated}/**/*.cs", $"**/{mutated}*.cs" },
                    // Words are the snapshots' business.
                    ["ignore-mutations"] = new[] { "string" },
                    ["reporters"] = new[] { "json" },
                    ["concurrency"] = System.Environment.ProcessorCount,
                    ["verbosity"] = "warning",
                },
            }
        )
    );
    var exitCode = StartProcess(
        stryker,
        new ProcessSettings
        {
            Arguments = $"--config-file \"{settings}\" --output \"{output}\"",
            WorkingDirectory = $"tests/{part.Project}.Tests",
        }
    );
    if (exitCode != 0)
    {
        throw new CakeException("The mutation run failed: see above.");
    }

    TellMutation(part, output.CombineWithFilePath("reports/mutation-report.json"));
}

void TellMutation(MutatedPart part, FilePath report)
{
    using var json = System.Text.Json.JsonDocument.Parse(System.IO.File.ReadAllText(report.FullPath));
    var mutants = (
        from file in json.RootElement.GetProperty("files").EnumerateObject()
        from mutant in file.Value.GetProperty("mutants").EnumerateArray()
        select (
            File: file.Name,
            Line: mutant.GetProperty("location").GetProperty("start").GetProperty("line").GetInt32(),
            Status: mutant.GetProperty("status").GetString(),
            Change: mutant.TryGetProperty("replacement", out var change) ? change.GetString() : ""
        )
    ).ToList();
    var seen = mutants.Count(mutant => mutant.Status is "Killed" or "Timeout");
    var unseen = mutants.Where(mutant => mutant.Status is "Survived" or "NoCoverage").ToList();
    Console.WriteLine(
        $"| {part.Project}/{part.Folder} | {seen + unseen.Count} | {seen} | {unseen.Count} | "
            + $"{100.0 * seen / Math.Max(1, seen + unseen.Count):0.0} % |"
    );
    foreach (var mutant in unseen.OrderBy(mutant => mutant.File).ThenBy(mutant => mutant.Line))
    {
        var change = mutant.Change.ReplaceLineEndings(" ");
        Console.WriteLine($"  {mutant.File}:{mutant.Line} {mutant.Status}: {change[..Math.Min(change.Length, 100)]}");
    }
}
