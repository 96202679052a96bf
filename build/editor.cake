// What the editor's page brings from elsewhere: two packages of npm and Galley as WebAssembly. Nothing of it is committed.

using System.Text.Json;

sealed record NpmPart(string Name, string Version, string Licence, string Integrity, string Files, string Folder);

// The integrity is the registry's own; another file of the same name is refused.
static readonly NpmPart[] NpmParts =
[
    new(
        "decap-cms",
        "3.16.3",
        "MIT",
        "sha512-hf+dPlCh7TJmWl8+6VRzHYOWhri5xgUknrZbDewaWe4s9B7xJ8PQugp2QHeSldMUKzav6+z0oIpwUYhUJDYtYw==",
        "dist/*decap-cms.js,dist/*.decap-cms.js,dist/*.wasm,dist/decap-cms.js.LICENSE.txt",
        "decap"
    ),
    new(
        "yaml",
        "2.9.1",
        "ISC",
        "sha512-3NxN8+78OdzbT7C/WjGsyfPAtJaN3FNDsWxv7Y7mcDsT/oOmgW8BpyQQFFBnvZE3j9Y2Sdz1ULFLezL7Eb2yFw==",
        "browser/**/*,LICENSE",
        "yaml"
    ),
];

DirectoryPath EditorFolder => Context.Environment.WorkingDirectory.Combine("artifacts/editor");
FilePath EditorZip => EditorFolder.CombineWithFilePath("editor.zip");
FilePath EditorStamp => EditorFolder.CombineWithFilePath(".stamp");
string Npm => IsRunningOnWindows() ? "npm.cmd" : "npm";

Task("Editor")
    .Description("Builds galley with the parts of the editor's page in it, so that `galley editor` works.")
    .IsDependentOn("EditorParts")
    .IsDependentOn("Build");

Task("EditorParts")
    .Description(
        "Packs the parts of the editor's page: Decap CMS and yaml from npm, and Galley as WebAssembly. Says so where they can't be had."
    )
    .WithCriteria(() => !EditorPartsAreOfThisSource(), "artifacts/editor is of this source already")
    .Does(() =>
    {
        var (parts, source) = (EditorFolder.Combine("parts"), EditorSource());
        CleanDirectory(parts);
        // What is of older source must not get into this galley.
        if (FileExists(EditorZip))
            DeleteFile(EditorZip);
        if (!NpmParts.All(part => TryPutNpmPart(part, parts)) || !TryPutGalley(parts))
        {
            Console.WriteLine(
                "The editor is left out: `galley editor` will say so, and its tests are skipped. Install Node.js with npm to have it."
            );
            return;
        }

        WriteLicences(parts);
        Zip(parts, EditorZip);
        System.IO.File.WriteAllText(EditorStamp.FullPath, source);
    });

bool EditorPartsAreOfThisSource() =>
    FileExists(EditorZip)
    && FileExists(EditorStamp)
    && System.IO.File.ReadAllText(EditorStamp.FullPath) == EditorSource();

// The WebAssembly is the library's; the command line's own source is no part of it.
string EditorSource() =>
    HashOf(
        GetFiles("src/Galley/**/*")
            .Concat(GetFiles("src/Galley.Browser/**/*"))
            .Concat(GetFiles("schemas/*.json"))
            .Concat(GetFiles("./*.props"))
            .Append(File("build/editor.cake").Path)
    );

bool TryPutNpmPart(NpmPart part, DirectoryPath parts)
{
    var downloads = EditorFolder.Combine("npm");
    var unpacked = downloads.Combine(part.Folder);
    CleanDirectory(unpacked);
    if (Context.Tools.Resolve(Npm) is not { } npm)
    {
        Console.WriteLine("There is no npm here.");
        return false;
    }

    var arguments = new ProcessArgumentBuilder()
        .Append("pack")
        .Append($"{part.Name}@{part.Version}")
        .Append("--json --ignore-scripts")
        .AppendSwitchQuoted("--pack-destination", downloads.FullPath);
    if (
        StartProcess(npm, new ProcessSettings { Arguments = arguments, RedirectStandardOutput = true }, out var output)
        != 0
    )
    {
        Console.WriteLine($"npm can't get {part.Name} {part.Version}.");
        return false;
    }

    var packed = JsonDocument.Parse(string.Join('\n', output)).RootElement[0];
    if (packed.GetProperty("integrity").GetString() != part.Integrity)
    {
        throw new CakeException($"{part.Name} {part.Version} is not the file that build/editor.cake names.");
    }

    var file = downloads.CombineWithFilePath(packed.GetProperty("filename").GetString());
    if (
        StartProcess(
            "tar",
            new ProcessSettings
            {
                Arguments = new ProcessArgumentBuilder()
                    .Append("-xzf")
                    .AppendQuoted(file.FullPath)
                    .Append("-C")
                    .AppendQuoted(unpacked.FullPath),
            }
        ) != 0
    )
    {
        throw new CakeException($"{file.GetFilename()} can't be unpacked.");
    }

    foreach (var pattern in part.Files.Split(','))
    {
        var root = unpacked
            .Combine("package")
            .Combine(pattern.Split('/')[0] is var first && pattern.Contains('/') ? first : ".");
        foreach (var found in GetFiles($"{unpacked}/package/{pattern}"))
        {
            var target = parts.Combine(part.Folder).CombineWithFilePath(root.Collapse().GetRelativePath(found));
            EnsureDirectoryExists(target.GetDirectory());
            CopyFile(found, target);
        }
    }

    return true;
}

// A compressed copy beside each file is for servers that are set up for it; GitHub Pages compresses by itself.
bool TryPutGalley(DirectoryPath parts)
{
    var published = EditorFolder.Combine("wasm");
    CleanDirectory(published);
    var arguments = new ProcessArgumentBuilder()
        .Append("publish src/Galley.Browser --configuration Release --nologo -v:quiet --output")
        .AppendQuoted(published.FullPath);
    if (StartProcess("dotnet", new ProcessSettings { Arguments = arguments }) != 0)
    {
        Console.WriteLine("Galley could not be compiled for browsers: the lines above say why.");
        return false;
    }

    CopyDirectory(published.Combine("wwwroot"), parts.Combine("galley"));
    DeleteFiles($"{parts}/galley/**/*.br");
    DeleteFiles($"{parts}/galley/**/*.gz");
    return true;
}

void WriteLicences(DirectoryPath parts) =>
    System.IO.File.WriteAllText(
        parts.CombineWithFilePath("licences.txt").FullPath,
        "What this page is made of\n\n"
            + string.Concat(
                NpmParts.Select(part =>
                    $"{part.Name} {part.Version}: {part.Licence}, https://www.npmjs.com/package/{part.Name}\n"
                )
            )
            + "Galley: MIT. The packages in it: .NET, Markdig, NJsonSchema, Newtonsoft.Json, YamlDotNet, "
            + "Ical.Net, Spectre.Console (MIT; Markdig BSD-2-Clause), NodaTime (Apache-2.0), CsvHelper (MS-PL "
            + "or Apache-2.0), ExcelDataReader (MIT)\n\n"
            + "decap/decap-cms.js.LICENSE.txt and yaml/LICENSE have the words of those that npm brings.\n"
    );
