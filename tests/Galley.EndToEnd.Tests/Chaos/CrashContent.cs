using Galley.Sandbox.Accounts;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>The smallest content in which each kind of request is made: a lead magnet, a picture, three posts.</summary>
internal static class CrashContent
{
    public const int Creates = 4;

    /// <summary>An upload, and an intent and an end for each create.</summary>
    public const int LedgerLines = 1 + 2 * Creates;

    public const string Guide = "clients/northwind/lead-magnets/guide.md";

    public const string WithGuide = "clients/northwind/posts/with-guide.md";

    public const string Plain = "clients/northwind/posts/plain.md";

    private const string Account = "00000000-0000-4000-8000-000000000001";

    public static SandboxAccounts Accounts { get; } =
        new() { Clients = [new SandboxClient(Account, "Northwind", Label: "northwind")] };

    public static IReadOnlyDictionary<string, object> Files { get; } =
        new Dictionary<string, object>
        {
            ["galley.yaml"] = "time_zone: Europe/London\n",
            ["clients/northwind/client.yaml"] = $"name: Northwind\nclient_id: {Account}\n",
            ["clients/northwind/media/chart.png"] = SampleMedia.Png(),
            [Guide] =
                "---\nkeyword: GUIDE\nresource_name: Guide\ntext_template: \"Here: <<resource_link>>\"\n---\n# The guide\n\nAll of it.\n",
            [WithGuide] = Post(15, "lead_magnet: guide\n", "Comment GUIDE for the guide."),
            ["clients/northwind/posts/with-chart.md"] = Post(16, "images: [chart.png]\n", "Look at this chart."),
            [Plain] = Post(17, "", "Words alone."),
        };

    /// <summary>One post says something better.</summary>
    public static IReadOnlyDictionary<string, object> Changes { get; } =
        new Dictionary<string, object> { [Plain] = Post(17, "", "Better words.") };

    private static string Post(int day, string fields, string text) =>
        $"---\nstatus: scheduled\nscheduled_at: 2026-06-{day} 10:00\n{fields}---\n{text}\n";
}
