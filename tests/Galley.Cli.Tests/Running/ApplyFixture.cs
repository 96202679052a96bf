using Galley.Content;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;

namespace Galley.Cli.Tests.Running;

/// <summary>A content root of one client on disk, its ledger, and a sandbox to publish into.</summary>
internal sealed class ApplyFixture : IAsyncDisposable
{
    public const string Slug = "northwind";
    private const string Account = "00000000-0000-4000-8000-000000000001";
    private readonly TemporaryFolder _root;

    private ApplyFixture(TemporaryFolder root, SandboxServer sandbox) => (_root, Sandbox) = (root, sandbox);

    public SandboxServer Sandbox { get; }
    public string Folder => _root.Path;

    /// <summary>The sandbox's clock, too, when it is moved on.</summary>
    public static async Task<ApplyFixture> Set(TimeProvider clock)
    {
        var root = new TemporaryFolder();
        var sandbox = await SandboxServer.Start(
            new SandboxOptions
            {
                Clock = clock,
                Accounts = new SandboxAccounts
                {
                    Clients = [new SandboxClient(Account, "Northwind Traders", Label: Slug)],
                },
            }
        );
        var fixture = new ApplyFixture(root, sandbox);
        fixture.Write("galley.yaml", "time_zone: Europe/London\n");
        fixture.Write($"clients/{Slug}/client.yaml", $"name: Northwind Traders\nclient_id: {Account}\n");
        await fixture.Run("ledger", "init");
        return fixture;
    }

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_root[path])!);
        File.WriteAllText(_root[path], text);
    }

    public void Delete(string path) => File.Delete(_root[path]);

    public string Read(string path) => File.ReadAllText(_root[path]);

    public void Post(string key, string time, string body, string? magnet = null) =>
        Write(
            $"{ContentRoot.ClientsFolder}/{Slug}/posts/{key}.md",
            $"---\nstatus: scheduled\nscheduled_at: {time}\n{(magnet is null ? "" : $"lead_magnet: {magnet}\n")}---\n{body}\n"
        );

    public void LeadMagnet(string key, string keyword) =>
        Write(
            $"{ContentRoot.ClientsFolder}/{Slug}/lead-magnets/{key}.md",
            $"---\nkeyword: {keyword}\nresource_name: The {key}\ntext_template: \"Here it is: <<resource_link>>\"\n---\n# The {key}\n"
        );

    public Task<CliRun> Run(params string[] args) => At(null, args);

    /// <summary>With a key, against the sandbox.</summary>
    public Task<CliRun> Online(string now, params string[] args) => At(now, args);

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _root.Dispose();
    }

    private Task<CliRun> At(string? now, string[] args)
    {
        var environment = new Dictionary<string, string>
        {
            ["LEADPANTHER_API_URL"] = Sandbox.ApiUrl.ToString(),
            ["GALLEY_NOW"] = now ?? "2026-06-08T09:00:00Z",
        };
        if (now is not null)
        {
            environment["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret;
        }

        return CliRun.In(Folder, environment, args);
    }
}
