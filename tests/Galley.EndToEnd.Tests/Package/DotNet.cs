using System.Diagnostics;

namespace Galley.EndToEnd.Tests.Package;

/// <summary>One call of <c>dotnet</c>, as a person with nothing in any cache would make it.</summary>
internal sealed record DotNet(int ExitCode, string Out, string Error)
{
    /// <param name="home">Where NuGet unpacks to and the SDK keeps what it found; null for the machine's own places.</param>
    public static async Task<DotNet> Run(string folder, string? home, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["DOTNET_NOLOGO"] = "true";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "true";
        // A build server would outlive the test.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        if (home is not null)
        {
            start.Environment["NUGET_PACKAGES"] = Path.Combine(home, "packages");
            start.Environment["DOTNET_CLI_HOME"] = home;
            start.Environment["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "false";
        }

#pragma warning disable RS0030 // The test installs the package as people do, through the SDK's own command.
        using var process = Process.Start(start)!;
#pragma warning restore RS0030
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return new DotNet(process.ExitCode, await output, await error);
    }

    /// <summary>Its output, once it went well.</summary>
    public string Fine()
    {
        Assert.That(ExitCode, Is.Zero, Out + Error);
        return Out;
    }
}
