using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Testing;

namespace Galley.Cli.Tests.Running;

/// <summary>
/// What a person has on the desk: a content folder, a ledger beside it, a sandbox for LeadPanther with its keys, and
/// the clock at <see cref="Now"/>.
/// </summary>
internal sealed class CliFixture : IAsyncDisposable
{
    public const string Now = "2026-06-08T09:00:00Z";

    private readonly TemporaryFolder _folder = new();

    private CliFixture(SandboxServer sandbox)
    {
        Sandbox = sandbox;
        LedgerUri = $"folder:{Ledger}";
        Environment = new()
        {
            ["LEADPANTHER_API_URL"] = sandbox.ApiUrl.ToString(),
            ["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret,
        };
        Directory.CreateDirectory(Content);
    }

    public SandboxServer Sandbox { get; }

    public Dictionary<string, string> Environment { get; }

    public string Content => _folder["content"];

    public string Ledger => _folder["ledger"];

    /// <summary>A folder beside the content, unless a test wants a branch.</summary>
    public string LedgerUri { get; set; }

    /// <summary>When the next run starts.</summary>
    public string At { get; set; } = Now;

    public TimeProvider Clock { get; set; } = TestClock.System;

    /// <summary>Bodies that reached the two routes that create.</summary>
    public int CreatesReceived =>
        Sandbox.Requests.Count(request =>
            request.Method == "POST" && !request.Path.EndsWith("/upload-url", StringComparison.Ordinal)
        );

    public static async Task<CliFixture> Open(SandboxAccounts? accounts = null)
    {
        var clock = new FixedClock(DateTimeOffset.Parse(Now, System.Globalization.CultureInfo.InvariantCulture));
        return new CliFixture(
            await SandboxServer.Start(
                new SandboxOptions { Clock = clock, Accounts = accounts ?? SandboxAccounts.Default }
            )
        );
    }

    /// <summary>The same in a clone whose remote keeps the ledger on a branch.</summary>
    public static async Task<CliFixture> WithABranch()
    {
        var fixture = await WithOnePost();
        GitClone.Bare(fixture._folder["remote.git"]).Clone(fixture._folder["clone"]);
        Directory.Move(fixture._folder["clone/.git"], Path.Combine(fixture.Content, ".git"));
        fixture.LedgerUri = "git:galley-ledger";
        return fixture;
    }

    /// <summary>One agency client, <c>northwind</c>, with one post due next week.</summary>
    public static async Task<CliFixture> WithOnePost(SandboxAccounts? accounts = null)
    {
        var fixture = await Open(accounts);
        fixture.Write(
            "clients/northwind/client.yaml",
            "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: America/New_York\n"
        );
        fixture.WritePost("launch");
        return fixture;
    }

    public void WritePost(string key, string fields = "scheduled_at: 2026-06-15 10:00", string? body = null) =>
        Write(
            $"clients/northwind/posts/{key}.md",
            $"---\nstatus: scheduled\n{fields}\n---\n{body ?? $"The words of {key}."}\n"
        );

    public void Write(string path, string text)
    {
        var file = Path.Combine(Content, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    public Task<CliRun> Run(params string[] args) =>
        CliRun.OnClock(Clock, Content, Environment, [.. args, "--ledger", LedgerUri, "--now", At]);

    public async ValueTask DisposeAsync()
    {
        await Sandbox.DisposeAsync();
        _folder.Dispose();
    }
}
