using Galley.Cli.Tests.Running;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;
using Galley.Testing.Time;

namespace Galley.EndToEnd.Tests.Faults;

/// <summary>The example's three clients, which were published once, and since then have a new file and a changed one each.</summary>
internal sealed class DamagedAgency : IAsyncDisposable
{
    public static readonly string[] Slugs = ["ferrand-acoustique", "finch-revops", "kestrel-cold-chain"];

    private static readonly SandboxAccount Finch = new(
        "00000000-0000-4000-8000-000000000021",
        "Finch RevOps",
        Label: "finch-revops"
    );

    private readonly TemporaryFolder _folder = new();

    private DamagedAgency(SandboxServer sandbox) => Sandbox = sandbox;

    public SandboxServer Sandbox { get; }

    /// <param name="revoked">The client that takes its grant back, if any.</param>
    public static async Task<DamagedAgency> Open(string? revoked = null)
    {
        var clock = new LeapingTime(
            DateTimeOffset.Parse(CliFixture.Now, System.Globalization.CultureInfo.InvariantCulture)
        );
        var agency = new DamagedAgency(
            await SandboxServer.Start(
                new SandboxOptions
                {
                    Clock = clock,
                    Accounts = new SandboxAccounts
                    {
                        Clients = [Granted("ferrand-acoustique", revoked), Granted("kestrel-cold-chain", revoked)],
                        Direct = [Finch],
                    },
                }
            )
        );
        FaultyExample.CopyTo(agency.Content);
        await agency.Run("ledger", "init");
        await agency.Run("apply");
        await agency.Run("refresh");
        foreach (var slug in Slugs)
        {
            agency.MoveOn(slug);
        }

        return agency;
    }

    public string Content => _folder["content"];

    /// <summary>What the ledger keeps of one client: its events, figures, and what was seen.</summary>
    public string[] LedgerFiles(string slug) =>
        [
            .. Directory
                .GetFileSystemEntries(_folder["ledger"], $"{AccountOf(slug)}.json*", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal),
        ];

    public string Folder(string slug) => Path.Combine(Content, "clients", slug);

    public static string AccountOf(string slug) =>
        slug switch
        {
            "ferrand-acoustique" => "00000000-0000-4000-8000-000000000011",
            "finch-revops" => Finch.UserId,
            "kestrel-cold-chain" => "00000000-0000-4000-8000-000000000001",
            _ => throw new ArgumentOutOfRangeException(nameof(slug), slug, null),
        };

    /// <summary>All that stands in LeadPanther of the other clients.</summary>
    public IEnumerable<string> InLeadPantherBut(string slug) =>
        Sandbox
            .Posts.Where(post => post.UserId != AccountOf(slug))
            .Select(post => $"{post.UserId} {post.ScheduledAt} {post.Text}")
            .Concat(
                Sandbox
                    .LeadMagnets.Where(magnet => magnet.UserId != AccountOf(slug))
                    .Select(magnet => $"{magnet.UserId} {magnet.Keyword}")
            )
            .Order(StringComparer.Ordinal);

    public Task<CliRun> Run(params string[] args) =>
        CliRun.In(
            Content,
            new Dictionary<string, string>
            {
                ["LEADPANTHER_API_URL"] = Sandbox.ApiUrl.ToString(),
                ["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret,
                ["LEADPANTHER_API_KEY_FINCH_REVOPS"] = SandboxAccounts.DirectSecret(Finch),
            },
            [.. args, "--ledger", "folder:../ledger", "--now", CliFixture.Now]
        );

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private static SandboxClient Granted(string slug, string? revoked) =>
        new(AccountOf(slug), slug, GrantStatus: slug == revoked ? "revoked" : SandboxClient.Active);

    private void MoveOn(string slug)
    {
        File.WriteAllText(
            Path.Combine(Folder(slug), "posts", "new.md"),
            $"---\nstatus: scheduled\nscheduled_at: 2026-06-10 06:10\n---\nSomething new from {slug}.\n"
        );
        var magnet = Directory
            .GetFiles(Path.Combine(Folder(slug), "lead-magnets"))
            .Order(StringComparer.Ordinal)
            .First();
        File.WriteAllText(
            magnet,
            File.ReadAllText(magnet).Replace("resource_name: ", "resource_name: The new ", StringComparison.Ordinal)
        );
    }
}
