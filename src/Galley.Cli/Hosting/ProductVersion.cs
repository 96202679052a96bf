using System.Reflection;

namespace Galley.Cli.Hosting;

internal static class ProductVersion
{
    /// <summary>Galley's version, without the build's own suffix.</summary>
    public static string Version { get; } =
        typeof(ProductVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
