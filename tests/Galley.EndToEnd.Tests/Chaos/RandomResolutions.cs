using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>What people say between two runs: the hand work that they did, what no longer concerns them, what they made themselves.</summary>
internal sealed class RandomResolutions(ChaosFixture fixture, Random random, RandomContent content)
{
    public async Task Say()
    {
        var plan = (await Recovery.Cli(fixture, "plan", "--format", "json")).Json;
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
            case "edit-by-hand":
                await Taken("done", [.. name, Text(action, "code")]);
                break;
            case "remove-by-hand" when random.Next(3) == 0:
                await Taken("forget", name);
                break;
            case "remove-by-hand":
                await Taken("done", [.. name, Text(action, "code")]);
                break;
        }
    }

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
