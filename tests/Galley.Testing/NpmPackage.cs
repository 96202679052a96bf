using System.ComponentModel;
using System.Diagnostics;

namespace Galley.Testing;

/// <summary>A package that a test compares with, installed below artifacts/ the first time. Nothing of it is committed.</summary>
public static class NpmPackage
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly string[] NoNetwork = ["ENOTFOUND", "EAI_AGAIN", "ECONNREFUSED", "ETIMEDOUT", "ENETUNREACH"];

    /// <summary>The text that a Node program prints which may require the package; null where there is no Node, npm or network.</summary>
    /// <param name="package">With its version: <c>name@1.2.3</c>.</param>
    /// <exception cref="InvalidOperationException">The program, or the installation, failed: that is no reason to skip a test.</exception>
    public static string? Run(string package, string program)
    {
        var folder = Path.Combine(Checkout.Root, "artifacts", "npm", package.Replace('/', '_'));
        var isThere = Directory.Exists(Path.Combine(folder, "node_modules"));
        Directory.CreateDirectory(folder);
        return
            isThere
            || Print(
                "npm",
                folder,
                ["install", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix", folder, package]
            )
                is not null
            ? Print("node", folder, ["-e", program])
            : null;
    }

    private static string? Print(string command, string folder, string[] arguments)
    {
        var start = new ProcessStartInfo(command, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
#pragma warning disable RS0030 // A test's own door to Node: the product starts no process but git.
            using var process = Process.Start(start)!;
#pragma warning restore RS0030
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = process.StandardError.ReadToEndAsync();
            if (!process.WaitForExit(Patience))
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"{command} did not end within {Patience.TotalMinutes:0} minutes.");
            }

            return process.ExitCode == 0 ? output.Result
                : NoNetwork.Any(word => errors.Result.Contains(word, StringComparison.Ordinal)) ? null
                : throw new InvalidOperationException($"{command} failed: {errors.Result}");
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
