// What developers and CI do.

const string Solution = "Galley.slnx";
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
        DotNetPublish("src/Galley.Cli/Galley.Cli.csproj", new DotNetPublishSettings
        {
            Configuration = "Release",
            OutputDirectory = GalleyFolder,
            Verbosity = DotNetVerbosity.Quiet,
            NoLogo = true,
        });
        System.IO.File.WriteAllText(GalleyStamp.FullPath, SourceHash());
    });

Task("Compile")
    .Description("Builds every project, tests included, with all warnings as errors.")
    .IsDependentOn("Restore")
    .Does(() => DotNetBuild(Solution, new DotNetBuildSettings
    {
        NoRestore = true,
        Verbosity = DotNetVerbosity.Quiet,
        NoLogo = true,
    }));

Task("Test")
    .Description("Builds and runs all tests, prints line coverage of src/ and, last, `N passed, N failed`. With CI=true also CheckFormat.")
    .IsDependentOn("Compile")
    .IsDependentOn("CheckFormat")
    .Does(() => RunTests());

Task("Format")
    .Description("Lays out the source as .editorconfig says.")
    .Does(() => DotNetFormat(Solution));

Task("CheckFormat")
    .Description("Fails where Format would change something. Part of Test when CI=true.")
    .WithCriteria(() => IsCi || Argument("target", "Default") == "CheckFormat", "checked when CI=true")
    .IsDependentOn("Compile")
    .Does(() => DotNetFormat(Solution, new DotNetFormatSettings { VerifyNoChanges = true, NoRestore = true }));
