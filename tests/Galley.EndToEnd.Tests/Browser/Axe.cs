using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>What axe has to say against a page. What it finds good is counted, not described: that takes most of its time.</summary>
internal static class Axe
{
    private static readonly AxeRunOptions ViolationsOnly = new() { ResultTypes = [ResultType.Violations] };

    private static readonly int[] Widths = [1440, 768, 390];

    private static async Task<AxeResultItem[]> FindViolations(this IPage page) =>
        (await page.RunAxe(ViolationsOnly)).Violations;

    /// <summary>Those that keep somebody out: one sentence each.</summary>
    public static async Task<string[]> FindSeriousViolations(this IPage page) =>
        [.. (await page.FindViolations()).Where(found => found.Impact is "serious" or "critical").Select(Describe)];

    /// <summary>One sentence each.</summary>
    public static async Task<string[]> FindViolationsAtEachWidthAndTheme(this IPage page)
    {
        var found = new List<string>();
        foreach (var width in Widths)
        {
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.SetViewportSizeAsync(width, 900);
                await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = theme });
                found.AddRange((await page.FindViolations()).Select(one => $"{width} {theme}: {Describe(one)}"));
            }
        }

        return [.. found];
    }

    private static string Describe(AxeResultItem found) =>
        $"{found.Impact} {found.Id}: {found.Help}: {string.Join(" | ", found.Nodes.Take(3).Select(node => node.Html))}";
}
