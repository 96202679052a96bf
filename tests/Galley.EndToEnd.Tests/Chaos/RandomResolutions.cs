using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// What people answer between two runs: the hand work that they did, what Galley shall forget or overwrite, what they made
/// themselves.
/// </summary>
internal sealed partial class RandomResolutions(
    ChaosFixture fixture,
    Random random,
    RandomContent content,
    ManualEdits edits
)
{
    public async Task Say()
    {
        var plan = (await Recovery.Cli(fixture, "plan", "--refresh", "--format", "json")).Json;
        await Overwrite(plan);
        foreach (var client in plan["clients"]!.AsArray())
        {
            foreach (var action in client!["actions"]!.AsArray())
            {
                if (random.Next(2) == 0)
                {
                    await SayOf(Text(client, "slug"), action!);
                }
            }
        }

        if (random.Next(4) == 0)
        {
            await Adopt(content.AddOneMadeElsewhere(fixture));
        }
    }

    private async Task SayOf(string slug, JsonNode action)
    {
        string[] name = [Text(action, "kind"), $"{slug}/{Text(action, "key")}"];
        switch (Text(action, "action"))
        {
            case "edit-by-hand" when Id(action) is { } id && Body(action) is { } text:
                fixture.Sandbox.Manual.EditPost(id, new JsonObject { ["text"] = text });
                edits.GiveUp(id);
                await Taken("done", [.. name, Text(action, "code")]);
                break;
            case "remove-by-hand" when Id(action) is { } id && random.Next(3) > 0:
                fixture.Sandbox.Manual.DeletePost(id);
                edits.GiveUp(id);
                await Taken("done", [.. name, Text(action, "code")]);
                break;
            case "remove-by-hand":
                await Taken("forget", name);
                break;
        }
    }

    /// <summary>For some of what differs in LeadPanther: the file is right.</summary>
    private async Task Overwrite(JsonNode plan)
    {
        foreach (var match in OverwriteLine().Matches(plan["diagnostics"]!.ToJsonString()).ToList())
        {
            var (kind, key, code) = (match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value);
            if (random.Next(2) == 0)
            {
                await Taken("overwrite", kind, key, code);
                edits.GiveUp(IdOf(plan, key));
            }
        }
    }

    private static string IdOf(JsonNode plan, string name) =>
        plan["clients"]!
            .AsArray()
            .SelectMany(client =>
                client!["actions"]!.AsArray().Select(action => (Slug: Text(client, "slug"), Action: action!))
            )
            .Where(pair => $"{pair.Slug}/{Text(pair.Action, "key")}" == name)
            .Select(pair => Id(pair.Action))
            .First()!;

    private static string? Id(JsonNode action) => action["id"]?.GetValue<string>();

    /// <summary>What the file says now, where the text is all that differs.</summary>
    private static string? Body(JsonNode action) =>
        action["changes"]!.AsArray() is [{ } only] && Text(only, "field") == "body"
            ? only["after"]?.GetValue<string>()
            : null;

    [GeneratedRegex("overwrite (post|lead-magnet) ([a-z0-9/-]+) ([0-9A-Z]{4})")]
    private static partial Regex OverwriteLine();

    private async Task Adopt(MadeElsewhere post)
    {
        using var hands = InProcessApply.Client(fixture, post.Account == RandomContent.Direct.UserId);
        var answer = await hands.Create(
            new Account(post.Account, post.Account == RandomContent.Direct.UserId),
            Kind.Post,
            post.Wire,
            "by-hand",
            default
        );
        await Taken("adopt", "post", $"{post.Slug}/{post.Key}", ((CreateAnswer.Created)answer).Id);
    }

    private async Task Taken(string verb, params string[] arguments)
    {
        var said = await Recovery.Cli(fixture, [verb, .. arguments]);
        Assert.That(said.ExitCode, Is.Zero, said.Error);
    }

    private static string Text(JsonNode node, string member) => node[member]!.GetValue<string>();
}
