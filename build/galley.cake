// The built `galley`: where it lies, whether it is of this source, and how tasks call it.

using System.Security.Cryptography;

DirectoryPath GalleyFolder => Context.Environment.WorkingDirectory.Combine("artifacts/galley");
FilePath Galley => GalleyFolder.CombineWithFilePath(IsRunningOnWindows() ? "galley.exe" : "galley");
FilePath GalleyStamp => GalleyFolder.CombineWithFilePath(".stamp");

bool GalleyIsOfThisSource() =>
    FileExists(Galley) && FileExists(GalleyStamp) && System.IO.File.ReadAllText(GalleyStamp.FullPath) == SourceHash();

// By content, not by time: a branch looked at and left again needs no build. The few hundred files hash in milliseconds.
string SourceHash()
{
    var files = GetFiles("src/**/*")
        .Concat(GetFiles("schemas/*.json"))
        .Concat(GetFiles(".github/actions/**/*"))
        .Concat(GetFiles("./*.props"))
        .Append(File("global.json").Path);
    return HashOf(files.Concat(FileExists(EditorZip) ? [EditorZip] : []));
}

string HashOf(IEnumerable<FilePath> files)
{
    using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    foreach (var path in files.Select(file => file.FullPath).Distinct().Order(StringComparer.Ordinal))
    {
        hash.AppendData(System.Text.Encoding.UTF8.GetBytes(path));
        hash.AppendData(System.IO.File.ReadAllBytes(path));
    }

    return Convert.ToHexString(hash.GetHashAndReset());
}

// Galley says itself what is wrong. That a person is needed (exit code 4) is a result too, where `mayNeedPerson` says so.
void RunGalley(
    ProcessArgumentBuilder arguments,
    IDictionary<string, string> environment = null,
    bool mayNeedPerson = false,
    bool silent = false
)
{
    var settings = new ProcessSettings
    {
        Arguments = arguments,
        EnvironmentVariables = environment,
        RedirectStandardOutput = silent,
    };
    var exitCode = StartProcess(Galley, settings);
    if (exitCode != 0 && !(mayNeedPerson && exitCode == 4))
    {
        throw new CakeException($"galley ended with exit code {exitCode}; what it says above tells why.");
    }
}
