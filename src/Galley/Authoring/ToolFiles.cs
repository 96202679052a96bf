namespace Galley.Authoring;

/// <summary>The files that make every machine use the same version of galley.</summary>
public static class ToolFiles
{
    /// <summary>The only source of the package.</summary>
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
        <!-- Galley gets your LeadPanther key. So its package comes from this folder only, never from a stranger. -->
        <configuration>
          <packageSources>
            <clear />
            <add key="galley" value="{PackageFolder}" />
          </packageSources>
        </configuration>

        """;
}
