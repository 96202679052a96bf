// What a release holds beside the package: docs/releasing.md.

using System.Text.RegularExpressions;

const string SbomTool = "CycloneDX@6.3.1";
static readonly string[] ReleasePlatforms = ["linux-x64", "linux-arm64", "osx-x64", "osx-arm64", "win-x64"];

DirectoryPath ReleaseFolder => Context.Environment.WorkingDirectory.Combine("artifacts/release");

Task("Release")
    .Description(
        "Makes galley as a single file for each platform, the list of its parts (SBOM) and checksums, in "
            + "artifacts/release. [--platform=linux-x64…]"
    )
    .IsDependentOn("EditorParts")
    .Does(() =>
    {
        CleanDirectory(ReleaseFolder);
        foreach (var platform in Arguments<string>("platform", ReleasePlatforms))
        {
            PublishSingleFile(platform);
        }

        PackProgram();
        WriteSbom();
        WriteChecksums();
    });

Task("ReleaseNotes")
    .Description(
        "Writes CHANGELOG.md's part for --tag=vX.Y.Z to artifacts/release-notes.md; fails where there is none."
    )
    .Does(() =>
    {
        EnsureDirectoryExists("artifacts");
        System.IO.File.WriteAllText("artifacts/release-notes.md", ChangesOf(Argument<string>("tag").TrimStart('v')));
    });

void PublishSingleFile(string platform)
{
    var folder = Context.Environment.WorkingDirectory.Combine($"artifacts/single-file/{platform}");
    DotNetPublish(
        GalleyProject,
        new DotNetPublishSettings
        {
            Configuration = "Release",
            OutputDirectory = folder,
            Verbosity = DotNetVerbosity.Quiet,
            NoLogo = true,
            MSBuildSettings = new DotNetMSBuildSettings()
                .WithProperty("SingleFileFor", platform)
                .WithProperty("ProgramSha256", ProgramSha256()),
        }
    );
    var ending = platform.StartsWith("win") ? ".exe" : "";
    CopyFile(
        folder.CombineWithFilePath($"galley{ending}"),
        ReleaseFolder.CombineWithFilePath($"galley-{platform}{ending}")
    );
}

// What the jobs of a content repository run. It comes first of the platforms, so that all others can tell a new repository its SHA-256.
FilePath Program => ReleaseFolder.CombineWithFilePath("galley-linux-x64");

string ProgramSha256() => FileExists(Program) ? CalculateFileHash(Program).ToHex() : "";

// Packed for the way: each job downloads it.
void PackProgram()
{
    if (!FileExists(Program))
    {
        return;
    }

    using var source = System.IO.File.OpenRead(Program.FullPath);
    using var target = System.IO.File.Create(Program.FullPath + ".gz");
    using var packed = new System.IO.Compression.GZipStream(
        target,
        System.IO.Compression.CompressionLevel.SmallestSize
    );
    source.CopyTo(packed);
}

// The packages of all source projects. Those that only the build uses are marked as excluded.
void WriteSbom() =>
    RunDotNet(
        new ProcessArgumentBuilder()
            .Append("tool exec")
            .Append(SbomTool)
            .Append("--yes --")
            .AppendQuoted(GalleyProject)
            .AppendSwitchQuoted("--output", ReleaseFolder.FullPath)
            .Append("--filename galley.cdx.json --output-format Json")
            .Append("--set-name galley")
            .AppendSwitch("--set-version", ReleaseVersion())
    );

string ReleaseVersion() =>
    RunDotNet(
            new ProcessArgumentBuilder()
                .Append("msbuild")
                .AppendQuoted(GalleyProject)
                .Append("-p:Configuration=Release -t:MinVer -getProperty:Version")
        )
        .Trim();

string RunDotNet(ProcessArgumentBuilder arguments)
{
    var exitCode = StartProcess(
        "dotnet",
        new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true },
        out var output
    );
    var text = string.Join('\n', output);
    return exitCode == 0
        ? text
        : throw new CakeException($"dotnet {arguments.Render()} ended with {exitCode}:\n{text}");
}

void WriteChecksums()
{
    var lines =
        from file in GetFiles($"{ReleaseFolder}/*")
        orderby file.GetFilename().FullPath
        select $"{CalculateFileHash(file).ToHex()}  {file.GetFilename()}\n";
    System.IO.File.WriteAllText(
        ReleaseFolder.CombineWithFilePath("SHA256SUMS").FullPath,
        string.Concat(lines.ToList())
    );
}

string ChangesOf(string version)
{
    var part = Regex.Match(
        System.IO.File.ReadAllText("CHANGELOG.md"),
        $@"^## \[{Regex.Escape(version)}\].*\n(?<text>(?:(?!## |\[[^\]]+\]: ).*\n?)*)",
        RegexOptions.Multiline
    );
    return part.Success && part.Groups["text"].Value.Trim() is { Length: > 0 } text
        ? text + "\n"
        : throw new CakeException(
            $"CHANGELOG.md has no part `## [{version}]` with text: docs/releasing.md says how to make a release."
        );
}
