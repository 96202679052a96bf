using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;

namespace Galley.Cli.Tests.Commands;

/// <summary>Names that went from file to file: the posts in LeadPanther stay what they are, and nothing is sent.</summary>
internal sealed class MovesTests
{
    private CliFixture _fixture = null!;

    [SetUp]
    public async Task SendSixPosts()
    {
        _fixture = await CliFixture.Open();
        _fixture.Write(
            "clients/northwind/client.yaml",
            "name: Northwind Traders\nclient_id: 00000000-0000-4000-8000-000000000001\ntime_zone: Europe/London\n"
        );
        for (var day = 11; day <= 16; day++)
        {
            _fixture.WritePost($"{(char)('a' + day - 11)}", $"scheduled_at: 2026-06-{day} 10:00", $"Words of {day}.");
        }

        await _fixture.Run("ledger", "init");
        await _fixture.Run("apply");
    }

    [TearDown]
    public async Task CleanUp() => await _fixture.DisposeAsync();

    [Test]
    public async Task SwapAndChain_AreMoves_AndNothingIsSent()
    {
        Rename(("a", "b"), ("b", "a"), ("c", "d"), ("d", "e"), ("e", "new"));
        var before = _fixture.Sandbox.Requests.Length;

        var plan = await _fixture.Run("plan", "--format", "json");
        var apply = await _fixture.Run("apply", "--format", "json");
        var after = await _fixture.Run("plan", "--detailed-exitcode");

        Assert.That(
            Actions(plan.Json).Select(action => (Text(action, "key"), Text(action, "action"), Text(action, "from"))),
            Is.EquivalentTo(
                new[]
                {
                    ("a", "move", "b"),
                    ("b", "move", "a"),
                    ("d", "move", "c"),
                    ("e", "move", "d"),
                    ("f", "unchanged", null),
                    ("new", "move", "e"),
                }
            )
        );
        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That(
            apply.Json["done"]!.AsArray().Select(done => (Text(done!, "key"), Text(done!, "sentence"))),
            Is.EqualTo(
                new[] { ("a", "b"), ("b", "a"), ("d", "c"), ("e", "d"), ("new", "e") }.Select(pair =>
                    (pair.Item1, $"Known as {pair.Item1} from now on ({pair.Item2} before); nothing was sent.")
                )
            )
        );
        Assert.That(_fixture.Sandbox.Requests, Has.Length.EqualTo(before), "not even a read");
        Assert.That(
            (after.ExitCode, after.Out),
            Is.EqualTo(
                (
                    0,
                    "Northwind Traders (northwind, Europe/London)\n  6 in LeadPanther (scheduled)\n\n"
                        + "Plan: 6 in LeadPanther (scheduled).\n"
                )
            )
        );
    }

    [Test]
    public async Task Swap_AndThenAnEdit_ChangesThePostThatTheFileIsNow()
    {
        Rename(("a", "b"), ("b", "a"));
        await _fixture.Run("apply");
        _fixture.WritePost("a", "scheduled_at: 2026-06-12 10:00", "Better words.");

        var apply = await _fixture.Run("apply");

        Assert.That(apply.ExitCode, Is.Zero, apply.Error);
        Assert.That(
            _fixture.Sandbox.Posts.OrderBy(post => post.ScheduledAt).Take(2).Select(post => post.Text),
            Is.EqualTo(new[] { "Words of 11.", "Better words." })
        );
    }

    private void Rename(params (string From, string To)[] names)
    {
        var texts = names.Select(name => (name.To, File.ReadAllText(PathOf(name.From)))).ToList();
        foreach (var (from, _) in names)
        {
            File.Delete(PathOf(from));
        }

        foreach (var (to, text) in texts)
        {
            File.WriteAllText(PathOf(to), text);
        }
    }

    private string PathOf(string key) => Path.Combine(_fixture.Content, $"clients/northwind/posts/{key}.md");

    private static IEnumerable<JsonNode> Actions(JsonNode plan) =>
        plan["clients"]![0]!["actions"]!.AsArray().OfType<JsonNode>();

    private static string? Text(JsonNode node, string name) => node[name]?.ToString();
}
