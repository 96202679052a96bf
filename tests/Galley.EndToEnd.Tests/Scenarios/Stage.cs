using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;
using Galley.Sandbox.State;
using Galley.Testing;

namespace Galley.EndToEnd.Tests.Scenarios;

/// <summary>A scenario's content in a folder of its own, a sandbox for LeadPanther, and the clock at <see cref="Now"/>.</summary>
internal sealed partial class Stage : IAsyncDisposable
{
    private const string Now = "2026-06-08T09:00:00Z";

    private readonly TemporaryFolder _folder = new();
    private readonly string _scenario;
    private readonly SandboxServer _sandbox;

    private Stage(string scenario, SandboxServer sandbox) => (_scenario, _sandbox) = (scenario, sandbox);

    public int CreatesReceived => _sandbox.Requests.Count(request => request.Method == "POST" && !request.Path.EndsWith("/upload-url", StringComparison.Ordinal));

    public IEnumerable<SandboxViolation> Violations => _sandbox.Violations;

    private string Content => _folder["content"];

    private string Ledger => _folder["ledger"];

    public static async Task<Stage> Open(string scenario)
    {
        var clock = new FixedClock(DateTimeOffset.Parse(Now, System.Globalization.CultureInfo.InvariantCulture));
        var stage = new Stage(scenario, await SandboxServer.Start(new SandboxOptions { Clock = clock, Accounts = SandboxAccounts.Default }));
        Directory.CreateDirectory(stage.Content);
        return stage;
    }

    /// <summary>Applies <c>before/</c>, if there is one, with its faults; then puts <c>content/</c> in its place.</summary>
    public async Task PublishBefore()
    {
        var before = Path.Combine(_scenario, "before");
        Put(Directory.Exists(before) ? before : Path.Combine(_scenario, "content"));
        Assert.That((await Run("ledger", "init")).ExitCode, Is.Zero);
        if (Directory.Exists(before)) await Apply("faults-before.txt");
        Put(Path.Combine(_scenario, "content"));
    }

    public Task<CliRun> Apply() => Apply("faults.txt");

    public async Task<CliRun> Run(params string[] args)
    {
        var environment = new Dictionary<string, string>
        {
            ["LEADPANTHER_API_URL"] = _sandbox.ApiUrl.ToString(),
            ["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret,
        };
        var run = await CliRun.In(Content, environment, [.. args, "--ledger", $"folder:{Ledger}", "--now", Now]);
        return run with { Out = Steady(run.Out), Error = Steady(run.Error) };
    }

    /// <summary>The ledger's events without their stamps and checksums, a line each.</summary>
    public string Events() => string.Concat(
        from file in Directory.GetFiles(Ledger, "*.jsonl").Order(StringComparer.Ordinal)
        from line in File.ReadLines(file)
        let fields = JsonNode.Parse(line)!.AsObject()
        select $"{fields["event"]} {fields["kind"]} {fields["slug"]}/{fields["key"]}{Extra(fields)}\n");

    public async ValueTask DisposeAsync()
    {
        await _sandbox.DisposeAsync();
        _folder.Dispose();
    }

    private async Task<CliRun> Apply(string faults)
    {
        var file = Path.Combine(_scenario, faults);
        _sandbox.Faults = File.Exists(file) ? FaultPlan.Parse(await File.ReadAllTextAsync(file)) : FaultPlan.None;
        return await Run("apply", "--concurrency", "1");
    }

    private void Put(string source)
    {
        Directory.Delete(Content, recursive: true);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(Content, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static string Extra(JsonObject fields) =>
        fields["from"] is { } from ? $" from {from}" : fields["status"] is { } status ? $" with {status}" : "";

    /// <summary>What differs from run to run: the instant, the ledger's place and random id, request ids.</summary>
    private string Steady(string text) =>
        RequestId().Replace(Passing().Replace(text.Replace(Ledger, "LEDGER", StringComparison.Ordinal), "STEADY"), "REQUEST-ID");

    [GeneratedRegex("(?<=\"now\": \")[^\"]*|(?<=\"id\": \")[0-9a-f]{32}(?=\")|(?<=ledger )[0-9a-f]{32}")]
    private static partial Regex Passing();

    [GeneratedRegex("req_[0-9a-z]+")]
    private static partial Regex RequestId();
}
