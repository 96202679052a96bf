using Galley.Authoring;

namespace Galley.Cli.Hosting;

/// <summary>The package that this galley was installed from. NuGet keeps it above the files that it unpacked.</summary>
internal static class ToolPackage
{
    /// <returns>The copy's path from the root; null when this galley came from no package, or the root has one.</returns>
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
