using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.Sandbox.Accounts;

namespace Galley.Cli.Tests.Commands;

/// <summary>What a refresh asks LeadPanther for: it must not grow with the posts that are still to come.</summary>
internal sealed class RefreshCostTests
{
    private static readonly string[] Accounts =
    [
        "00000000-0000-4000-8000-000000000001",
        "00000000-0000-4000-8000-000000000002",
    ];

    [TestCase(100, 1)]
    [TestCase(101, 2)]
    public async Task Refresh_CostsAListPerClientAndPage_AndFiguresOfWhatIsPast(int posts, int pages)
    {
        const int Past = 3;
        await using var fixture = await CliFixture.Open(
            new SandboxAccounts { Clients = [.. Accounts.Select(id => new SandboxClient(id, id, Label: Slug(id)))] }
        );
        var rows = new StringBuilder("kind,client,key,id\n");
        foreach (var account in Accounts)
        {
            fixture.Write(
                $"clients/{Slug(account)}/client.yaml",
                $"name: {Slug(account)}\nclient_id: {account}\ntime_zone: Europe/London\n"
            );
            for (var i = 0; i < posts; i++)
            {
                var at = DateTimeOffset
                    .Parse(CliFixture.Now, CultureInfo.InvariantCulture)
                    .AddHours(i < Past ? 1 : 24 + i);
                rows.AppendLine($"post,{Slug(account)},p{i},{Post(fixture, account, $"p{i}", at)}");
            }
        }

        fixture.Write("sheet.csv", rows.ToString());
        await fixture.Run("ledger", "init");
        var key = fixture.Environment["LEADPANTHER_API_KEY"];
        fixture.Environment.Remove("LEADPANTHER_API_KEY");
        Assert.That((await fixture.Run("adopt", "--from", "sheet.csv")).ExitCode, Is.Zero);
        fixture.Environment["LEADPANTHER_API_KEY"] = key;

        fixture.At = "2026-06-08T12:00:00Z";
        var run = await fixture.Run("refresh");

        Assert.That(run.ExitCode, Is.Zero, run.Error);
        Assert.That(
            fixture.Sandbox.Requests.CountBy(request => request.Operation ?? "none"),
            Is.EquivalentTo(
                new Dictionary<string, int>
                {
                    ["list-lead-magnets"] = Accounts.Length,
                    ["list-posts"] = Accounts.Length * pages,
                    ["engagement"] = Accounts.Length * Past,
                }
            )
        );
        Assert.That(
            run.Out,
            Does.Contain($"Listed {Accounts.Length * posts} posts and lead magnets. Read the figures of 6,")
        );
    }

    /// <summary>In the file as in LeadPanther.</summary>
    private static string Post(CliFixture fixture, string account, string key, DateTimeOffset at)
    {
        var time = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
        fixture.Write(
            $"clients/{Slug(account)}/posts/{key}.md",
            $"---\nstatus: scheduled\nscheduled_at: {time}\n---\nThe words of {key}.\n"
        );
        return fixture
            .Sandbox.Manual.WritePost(
                account,
                new JsonObject
                {
                    ["text"] = $"The words of {key}.",
                    ["status"] = "scheduled",
                    ["scheduled_at"] = time,
                }
            )
            .Id;
    }

    private static string Slug(string account) => $"client-{account[^1]}";
}
