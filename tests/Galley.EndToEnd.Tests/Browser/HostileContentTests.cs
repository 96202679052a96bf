using Galley.Testing;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>Content that wants to run something in the reader's browser, through every field that a page shows.</summary>
internal sealed class HostileContentTests
{
    private const string Attack =
        "\"><script>alert(1)</script><img src=x onerror=alert(2)><svg onload=alert(3)>' onmouseover='alert(4)' `x`";

    [Test]
    public async Task Hostile_EveryField_RunsNothingAndAsksForNothing()
    {
        using var folder = new TemporaryFolder();
        WriteContent(folder);
        await Site.Write(folder["content"], "--out", folder["site"]);

        foreach (var path in Directory.GetFiles(folder["site"], "*.html", SearchOption.AllDirectories))
        {
            await using var visit = await Visit.Start();
            var page = await visit.Open(folder["site"], path);
            await page.EvaluateAsync(
                "document.querySelectorAll('*').forEach(element => element.dispatchEvent(new Event('mouseover', { bubbles: true })))"
            );

            Assert.That(visit.Said, Is.Empty, path);
            Assert.That(visit.Requests, Has.All.StartsWith("file:"), path);
            Assert.That(
                await page.Locator(
                        "svg:not(.icon), iframe, object, [onload], [onerror], [onmouseover], a[href^=javascript]"
                    )
                    .CountAsync(),
                Is.Zero,
                path
            );
            Assert.That(await page.Locator("main script").CountAsync(), Is.Zero, path);
        }
    }

    private static void WriteContent(TemporaryFolder folder)
    {
        var quoted = $"'{Attack.Replace("'", "''")}'";
        Write(
            folder,
            "client.yaml",
            $"name: {quoted}\nheadline: {quoted}\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: Europe/London\n"
        );
        Write(
            folder,
            "posts/attack.md",
            $"---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\nlead_magnet: guide\ntext_format: plain\nnotes: {quoted}\n"
                + $"images: [{{url: 'javascript:alert(5)'}}, {{url: 'https://example.com/\"onerror=alert(6)'}}]\n"
                + $"followups:\n  comments:\n    - text: {quoted}\n---\n{Attack}\n"
        );
        Write(
            folder,
            "lead-magnets/guide.md",
            $"---\nkeyword: {quoted}\nresource_name: {quoted}\ndescription: {quoted}\ntext_template: "
                + $"{quoted}\nnot_connected_reply: {quoted}\n"
                + $"hosted_page: {{title: {quoted}, external_resource_url: 'javascript:alert(7)', cta_label: "
                + $"{quoted}, cta_url: 'javascript:alert(8)'}}\n"
                + $"---\n{Attack}\n\n[go](javascript:alert(9)) ![x](https://example.com/pixel.png) "
                + "<javascript:alert(10)>\n\n<iframe src=\"https://example.com\"></iframe>\n"
        );
    }

    private static void Write(TemporaryFolder folder, string path, string text)
    {
        var file = folder[$"content/clients/hostile/{path}"];
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
