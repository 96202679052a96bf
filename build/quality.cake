// What developers and CI do.

const string Solution = "Galley.slnx";
const string GalleyProject = "src/Galley.Cli/Galley.Cli.csproj";
bool IsCi => EnvironmentVariable("CI") == "true";

Task("Restore")
    .Description("Restores all packages, as the lock files say.")
    .Does(() => DotNetRestore(Solution, new DotNetRestoreSettings { Verbosity = DotNetVerbosity.Quiet }));

Task("Build")
    .Description("Publishes the galley command to artifacts/galley, unless it is already of this source.")
    .WithCriteria(() => !GalleyIsOfThisSource(), "artifacts/galley is of this source already")
    .Does(() =>
    {
        CleanDirectory(GalleyFolder);
        using var alive = SayThatItLives(
            "Building galley from its source. That takes a minute or two, once: it is not built again until the source changes."
        );
        // Compiled ahead of time it would start half a second sooner, and take half a minute more to build.
        PublishGalley(GalleyFolder, ahead: false);
        System.IO.File.WriteAllText(GalleyStamp.FullPath, SourceHash());
    });

void PublishGalley(DirectoryPath folder, bool ahead) =>
    DotNetPublish(
        GalleyProject,
        new DotNetPublishSettings
        {
            Configuration = "Release",
            OutputDirectory = folder,
            Verbosity = DotNetVerbosity.Quiet,
            NoLogo = true,
            // `Compile` runs the analyzers over all projects; here they would take a third of the time.
            MSBuildSettings = new DotNetMSBuildSettings()
                .WithProperty("PublishReadyToRun", ahead ? "true" : "false")
                .WithProperty("RunAnalyzers", "false"),
        }
    );

// A line now and every ten seconds, until the end: a person can't tell a build that works from one that hangs.
IDisposable SayThatItLives(string what)
{
    Console.WriteLine(what);
    var clock = System.Diagnostics.Stopwatch.StartNew();
    var tick = TimeSpan.FromSeconds(10);
    return new System.Threading.Timer(
        _ => Console.WriteLine($"  still building, {clock.Elapsed:m':'ss} min"),
        null,
        tick,
        tick
    );
}

Task("Compile")
    .Description("Builds every project, tests included, with all warnings as errors.")
    .IsDependentOn("Restore")
    .Does(() =>
        DotNetBuild(
            Solution,
            new DotNetBuildSettings
            {
                NoRestore = true,
                Verbosity = DotNetVerbosity.Quiet,
                NoLogo = true,
            }
        )
    );

Task("Test")
    .Description(
        "Builds and runs all tests, prints line coverage of src/ and, last, `N passed, N failed`. With CI=true also CheckFormat."
    )
    .IsDependentOn("CheckFormat")
    .IsDependentOn("EditorParts")
    .IsDependentOn("Compile")
    .Does(() => RunTests());

Task("TestUnits")
    .Description(
        "Builds everything and runs all tests but those end to end, which need Linux. What CI does on Windows and macOS."
    )
    .IsDependentOn("Compile")
    .Does(() => RunUnitTests());

Task("Pack")
    .Description(
        "Makes the package of the galley command, a .NET tool, in artifacts/packages. After Release, it knows the program of that release."
    )
    .IsDependentOn("EditorParts")
    .Does(() =>
        DotNetPack(
            GalleyProject,
            new DotNetPackSettings
            {
                Configuration = "Release",
                OutputDirectory = "artifacts/packages",
                Verbosity = DotNetVerbosity.Quiet,
                NoLogo = true,
                MSBuildSettings = new DotNetMSBuildSettings().WithProperty("ProgramSha256", ProgramSha256()),
            }
        )
    );

Task("Format").Description("Lays out the source as .editorconfig says.").Does(() => RunFormat(verify: false));

Task("CheckFormat")
    .Description("Fails where Format would change something. Part of Test when CI=true.")
    .WithCriteria(() => IsCi || Argument("target", "Default") == "CheckFormat", "checked when CI=true")
    .Does(() => RunFormat(verify: true));

// The layout is CSharpier's, a local tool: seconds for all files. Style (braces, names, usings) is the compiler's, as warnings.
void RunFormat(bool verify)
{
    var arguments = new ProcessArgumentBuilder()
        .Append("csharpier")
        .Append(verify ? "check" : "format")
        .Append("src")
        .Append("tests");
    if (StartProcess("dotnet", new ProcessSettings { Arguments = arguments }) != 0)
    {
        throw new CakeException(
            "The files above are not laid out as CSharpier does it; `dotnet cake --target=Format` mends that."
        );
    }
}
