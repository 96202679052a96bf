using Galley.Authoring;

namespace Galley.Cli.Hosting;

/// <summary>The package that this galley was installed from. NuGet keeps it above the unpacked files.</summary>
internal static class ToolPackage
{
    /// <returns>The path of the copy, from the root; null when this galley was not installed from a package, or the
    /// root already has it.</returns>
    public static string? TryPut(string root)
    {
        if (!IsMissing(root) || TryFind(new DirectoryInfo(AppContext.BaseDirectory)) is not { } package)
        {
            return null;
        }

        Directory.CreateDirectory(Path.Combine(root, ToolFiles.PackageFolder));
        File.Copy(package, Path.Combine(root, Target));
        return Target;
    }

    public static bool IsMissing(string root) => !File.Exists(Path.Combine(root, Target));

    private static string Target => $"{ToolFiles.PackageFolder}/{ToolFiles.PackageName(ProductVersion.Version)}";

    /// <summary>…/VERSION/galley.VERSION.nupkg, where this runs from …/VERSION/tools/net10.0/any.</summary>
    private static string? TryFind(DirectoryInfo runsFrom) =>
        runsFrom.Parent?.Parent?.Parent is { } version
        && Path.Combine(version.FullName, ToolFiles.PackageName(ProductVersion.Version)) is var package
        && File.Exists(package)
            ? package
            : null;
}
