using System.Reflection;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Galley.Authoring;

namespace Galley.Cli.Hosting;

/// <summary>The release of Galley that this program belongs to, as far as it knows.</summary>
internal static class ProductRelease
{
    /// <summary>How MinVer marks a version between two releases.</summary>
    private const string Unreleased = "-preview.0";

    /// <summary>What the jobs of a new repository run: the same version as this.</summary>
    public static ReleaseFile File => new(Address(), Metadata("GalleyProgramSha256") ?? OwnSha256());

    /// <summary>Null for a build between two releases, and for one of a clone without a remote.</summary>
    private static string? Address() =>
        Metadata("RepositoryUrl") is { } url && !ProductVersion.Version.Contains(Unreleased, StringComparison.Ordinal)
            ? $"{Trimmed(url)}/releases/download/v{ProductVersion.Version}/{ReleaseFile.Name}"
            : null;

    /// <summary>The program for GitHub's machines can't hold its own hash.</summary>
    private static string? OwnSha256()
    {
        if (
            !OperatingSystem.IsLinux()
            || RuntimeInformation.ProcessArchitecture != Architecture.X64
            || System.IO.File.Exists(Path.Combine(AppContext.BaseDirectory, "Galley.Cli.dll"))
            || Environment.ProcessPath is not { } path
        )
        {
            return null;
        }

        using var program = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(program));
    }

    private static string Trimmed(string url) => url.EndsWith(".git", StringComparison.Ordinal) ? url[..^4] : url;

    /// <summary>What the build wrote into the program.</summary>
    private static string? Metadata(string key) =>
        typeof(ProductRelease)
            .Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(data => data.Key == key)
            ?.Value
            is { Length: > 0 } value
            ? value
            : null;
}
