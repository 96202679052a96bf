namespace Galley.Authoring;

/// <summary>How a content repository gets the galley that it was made for, on every machine.</summary>
public static class ToolFiles
{
    /// <summary>The one place that the package may come from.</summary>
    public const string PackageFolder = ".config/packages";

    public static string PackageName(string version) => $"galley.{version}.nupkg";

    public static IEnumerable<NewFile> Create(string version) =>
        [new(".config/dotnet-tools.json", Manifest(version)), new("nuget.config", Sources)];

    private static string Manifest(string version) =>
        $$"""
            {
              "version": 1,
              "isRoot": true,
              "tools": {
                "galley": {
                  "version": "{{version}}",
                  "commands": ["galley"],
                  "rollForward": false
                }
              }
            }

            """;

    private const string Sources = $"""
        <?xml version="1.0" encoding="utf-8"?>
        <!-- Galley is given the key to LeadPanther: so it is the package in this folder, and no stranger's of the same name. -->
        <configuration>
          <packageSources>
            <clear />
            <add key="galley" value="{PackageFolder}" />
          </packageSources>
        </configuration>

        """;
}
