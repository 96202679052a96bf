using System.Text;
using System.Text.RegularExpressions;
using Galley.Cli.Tests.Running;
using Galley.Testing;
using Microsoft.Extensions.Time.Testing;
using Snapshooter.NUnit;

namespace Galley.Cli.Tests.Output;

/// <summary>The JSON of every command that writes its own, letter by letter: programs read it.</summary>
internal sealed partial class JsonResultTests
{
    private const string Monday = "2026-06-08T09:00:00Z";
    private const string Thursday = "2026-06-11T09:00:00Z";
    private const string Id = "00000000-0000-4000-8000-00000000dead";

    [Test]
    public async Task Json_OfEachCommand_KeepsItsBytes()
    {
        var clock = new FakeTimeProvider(
            DateTimeOffset.Parse(Monday, System.Globalization.CultureInfo.InvariantCulture)
        );
        await using var fixture = await ApplyFixture.Set(clock);
        using var home = new TemporaryFolder();
        fixture.LeadMagnet("guide", "GUIDE");
        fixture.Post("launch", "2026-06-09 10:00", "Comment GUIDE for it.", "guide");
        fixture.Post("later", "2026-06-20 10:00", "Another day.");
        File.WriteAllText(home["adopt.csv"], $"kind,client,key,id\npost,northwind,löst,{Id}\npost,northwind,,{Id}\n");
        await fixture.Online(Monday, "apply", "--out", home["result.json"]);
        clock.SetUtcNow(clock.GetUtcNow().AddDays(3));

        string[][] commands =
        [
            ["ledger", "init", "--ledger", $"folder:{home["other"]}"],
            ["ledger", "show"],
            ["ledger", "verify"],
            ["ledger", "recover", home["result.json"]],
            ["calendar", "--out", home["posts.ics"]],
            ["preview", "--out", home["preview"]],
            ["preview", "--client", "northwind", "--single-file", home["one.html"]],
            ["adopt", "--from", home["adopt.csv"]],
            ["forget", "post", "northwind/nöthing"],
            ["forget", "post", "northwind/nothing"],
            ["leads"],
            ["activity", "--out", home["rows.csv"]],
            ["forget", "lead-magnet", "northwind/guide", "--recreate"],
            ["find", "northwind"],
        ];
        var all = new StringBuilder();
        foreach (var command in commands)
        {
            var run = await fixture.Online(Thursday, [.. command, "--format", "json"]);
            all.Append(run.Out.Replace(home.Path, "HOME", StringComparison.Ordinal));
        }

        Stable(all.ToString()).MatchSnapshot();
    }

    private static string Stable(string json) =>
        Changing().Replace(Url().Replace(Uuid().Replace(json, "UUID"), "URL"), "$1…");

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}")]
    private static partial Regex Uuid();

    [GeneratedRegex(@"http://[^""]+")]
    private static partial Regex Url();

    [GeneratedRegex(@"(""(?:ledger_id|name|bytes|largest_bytes)"": )""?[^""\n,]+""?")]
    private static partial Regex Changing();
}
