namespace Galley.Cli.Hosting;

/// <summary>Finds a Chromium on this machine: Chromium itself, Chrome or Edge. Nothing is downloaded.</summary>
internal static class BrowserFinder
{
    /// <summary>The variable that Lighthouse and others read, too.</summary>
    public const string Variable = "CHROME_PATH";

    private static readonly string[] Names =
    [
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "microsoft-edge",
        "chromium-headless-shell",
    ];

    private static readonly string[] MacPlaces =
    [
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ];

    private static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    private static readonly string[] WindowsPlaces =
    [
        @"Google\Chrome\Application\chrome.exe",
        @"Microsoft\Edge\Application\msedge.exe",
    ];

    /// <exception cref="GalleyException">There is none.</exception>
    public static string Find(Func<string, string?> environment)
    {
        if (environment(Variable) is { Length: > 0 } named)
        {
            return File.Exists(named)
                ? named
                : throw new GalleyException(
                    $"{Variable} is {named}, and there is no such file. Set it to a Chromium, Chrome or Edge, or unset it."
                );
        }

        return Places(environment).FirstOrDefault(File.Exists)
            ?? throw new GalleyException(
                "--pdf needs Chromium, Chrome or Edge, and there is none on this machine. Install one, set "
                    + $"{Variable} to it, or open the page and print it to a PDF."
            );
    }

    private static IEnumerable<string> Places(Func<string, string?> environment)
    {
        if (OperatingSystem.IsWindows())
        {
            return from variable in WindowsFolders
                let folder = environment(variable)
                where !string.IsNullOrEmpty(folder)
                from place in WindowsPlaces
                select Path.Combine(folder, place);
        }

        var onPath =
            from folder in (environment("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            where Path.IsPathRooted(folder)
            from name in Names
            select Path.Combine(folder, name);
        return OperatingSystem.IsMacOS() ? onPath.Concat(MacPlaces) : onPath;
    }
}
