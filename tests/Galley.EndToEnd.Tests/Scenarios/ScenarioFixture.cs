using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Galley.Cli.Tests.Running;
using Galley.Sandbox.Faults;
using Galley.Sandbox.State;

namespace Galley.EndToEnd.Tests.Scenarios;

/// <summary>A scenario's content in a workspace of its own.</summary>
internal sealed partial class ScenarioFixture : IAsyncDisposable
{
    private readonly string _scenario;
    private readonly CliFixture _fixture;

    private ScenarioFixture(string scenario, CliFixture fixture) => (_scenario, _fixture) = (scenario, fixture);

    /// <summary>Creates, changes and removals, whatever became of them.</summary>
    public int WritesReceived => _fixture.Sandbox.Requests.Count(request => request.Method != "GET");

    public IEnumerable<SandboxViolation> Violations => _fixture.Sandbox.Violations;

    public static async Task<ScenarioFixture> Open(string scenario) => new(scenario, await CliFixture.Open());

    /// <summary>Applies <c>before/</c>, if there is one, with its faults; then puts <c>content/</c> in its place.</summary>
    public async Task PublishBefore()
    {
        var before = Path.Combine(_scenario, "before");
        Put(Directory.Exists(before) ? before : Path.Combine(_scenario, "content"));
        Assert.That((await Run("ledger", "init")).ExitCode, Is.Zero);
        if (Directory.Exists(before))
        {
            await Apply("faults-before.txt");
        }

        Put(Path.Combine(_scenario, "content"));
    }

    public Task<CliRun> Apply() => Apply("faults.txt");

    public async Task<CliRun> Run(params string[] args)
    {
        var run = await _fixture.Run(args);
        return run with { Out = Steady(run.Out), Error = Steady(run.Error) };
    }

    /// <summary>The ledger's events without their stamps and checksums, a line each.</summary>
    public string Events() =>
        string.Concat(
            from file in Directory.GetFiles(_fixture.Ledger, "*.jsonl").Order(StringComparer.Ordinal)
            from line in File.ReadLines(file)
            let fields = JsonNode.Parse(line)!.AsObject()
            select $"{fields["event"]} {fields["kind"]} {fields["slug"]}/{fields["key"]}{Extra(fields)}\n"
        );

    public ValueTask DisposeAsync() => _fixture.DisposeAsync();

    private async Task<CliRun> Apply(string faults)
    {
        var file = Path.Combine(_scenario, faults);
        _fixture.Sandbox.Faults = File.Exists(file)
            ? FaultPlan.Parse(await File.ReadAllTextAsync(file))
            : FaultPlan.None;
        return await Run("apply", "--concurrency", "1");
    }

    private void Put(string source)
    {
        Directory.Delete(_fixture.Content, recursive: true);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            _fixture.Write(Path.GetRelativePath(source, file), File.ReadAllText(file));
        }
    }

    private static string Extra(JsonObject fields) =>
        fields["from"] is { } from ? $" from {from}"
        : fields["status"] is { } status ? $" with {status}"
        : "";

    /// <summary>What differs from run to run: the instant, the ledger's place and random id, request ids.</summary>
    private string Steady(string text) =>
        RequestId()
            .Replace(
                Passing().Replace(text.Replace(_fixture.Ledger, "LEDGER", StringComparison.Ordinal), "STEADY"),
                "REQUEST-ID"
            );

    [GeneratedRegex("(?<=\"now\": \")[^\"]*|(?<=\"id\": \")[0-9a-f]{32}(?=\")|(?<=ledger )[0-9a-f]{32}")]
    private static partial Regex Passing();

    [GeneratedRegex("req_[0-9a-z]+")]
    private static partial Regex RequestId();
}
