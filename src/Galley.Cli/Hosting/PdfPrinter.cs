using System.ComponentModel;
using System.Diagnostics;

namespace Galley.Cli.Hosting;

/// <summary>Prints one of Galley's own pages to a PDF, with a browser of this machine that reaches no network.</summary>
internal static class PdfPrinter
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="browser">As <see cref="BrowserFinder"/> found it.</param>
    /// <param name="page">A file.</param>
    /// <param name="target">The PDF; an older one is replaced only by a whole new one.</param>
    /// <exception cref="GalleyException">The browser can't be started, or made no PDF.</exception>
    public static async Task Print(string browser, string page, string target, CancellationToken cancellationToken)
    {
        var profile = Directory.CreateTempSubdirectory("galley-pdf-").FullName;
        // Beside the target: a browser in a sandbox of its own (Snap, Flatpak) does not share the system's temporary folder.
        var unfinished = $"{Path.ChangeExtension(target, null)}.{Path.GetFileName(profile)}.pdf";
        try
        {
            var failure = await Run(browser, Arguments(page, unfinished, profile), cancellationToken);
            if (failure is not null || new FileInfo(unfinished) is not { Exists: true, Length: > 0 })
            {
                throw new GalleyException(
                    $"{browser} made no PDF ({failure ?? "it wrote no file"}). Open {page} in a browser and print it to a PDF."
                );
            }

            File.Move(unfinished, target, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
            TryDelete(profile);
        }
    }

    private static IEnumerable<string> Arguments(string page, string pdf, string profile) =>
        [
            "--headless",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-extensions",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--no-first-run",
            "--no-default-browser-check",
            // Nothing is looked up, and nothing is asked of a proxy: the page is whole as it is.
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--no-proxy-server",
            $"--user-data-dir={profile}",
            "--no-pdf-header-footer",
            $"--print-to-pdf={pdf}",
            // Chromium refuses to run for root with its sandbox. The page is Galley's own and runs no script.
            .. OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? new[] { "--no-sandbox" } : [],
            new Uri(page).AbsoluteUri,
        ];

    /// <returns>Why it failed; null when it did not.</returns>
    private static async Task<string?> Run(
        string browser,
        IEnumerable<string> arguments,
        CancellationToken cancellationToken
    )
    {
        using var process = Start(browser, arguments);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // What it writes means nothing to a person, but a full pipe would stop it.
            await Task.WhenAll(
                process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, limit.Token),
                process.StandardError.BaseStream.CopyToAsync(Stream.Null, limit.Token),
                process.WaitForExitAsync(limit.Token)
            );
            return process.ExitCode == 0 ? null : $"it ended with code {process.ExitCode}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"it did not finish within {Limit.TotalMinutes:0} minutes";
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static Process Start(string browser, IEnumerable<string> arguments)
    {
        try
        {
#pragma warning disable RS0030 // The one place that starts a browser.
            return Process.Start(
                new ProcessStartInfo(browser, arguments)
                {
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                    UseShellExecute = false,
                }
            )!;
#pragma warning restore RS0030
        }
        catch (Win32Exception e)
        {
            throw new GalleyException(
                $"Galley can't start {browser}. Set {BrowserFinder.Variable} to another browser.",
                ExitCode.Error,
                e
            );
        }
    }

    /// <summary>A helper of the browser may still hold a file; the system clears its temporary folder anyway.</summary>
    private static void TryDelete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception held) when (held is IOException or UnauthorizedAccessException) { }
    }
}
