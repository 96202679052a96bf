using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>The system's own Chromium, started once for all tests. Nothing is downloaded.</summary>
[SetUpFixture]
internal sealed class Chromium
{
    // The shell draws no window around a page, which takes half of a whole browser's time.
    private static readonly string[] Places =
    [
        "/usr/bin/chromium-headless-shell",
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/snap/bin/chromium",
    ];

    private static IPlaywright? _playwright;
    private static IBrowser? _browser;

    public static IBrowser Browser
    {
        get
        {
            if (_browser is null)
            {
                Assert.Ignore(
                    $"There is no Chromium on this machine (looked for {string.Join(", ", Places)}); "
                        + "`apt-get install chromium-headless-shell` brings it."
                );
            }

            return _browser!;
        }
    }

    [OneTimeSetUp]
    public async Task Start()
    {
        if (Places.FirstOrDefault(File.Exists) is not { } path)
        {
            return;
        }

        _playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(60_000);
        _browser = await _playwright.Chromium.LaunchAsync(
            new BrowserTypeLaunchOptions
            {
                ExecutablePath = path,
                Args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
            }
        );
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_browser is not null)
        {
            await _browser.CloseAsync();
        }

        _playwright?.Dispose();
    }
}
