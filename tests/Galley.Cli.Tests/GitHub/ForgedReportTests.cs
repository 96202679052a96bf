using System.Text.Json.Nodes;

namespace Galley.Cli.Tests.GitHub;

/// <summary>A report comes from a job that runs the pull request’s own files: nothing of it is believed.</summary>
internal sealed class ForgedReportTests : PlanJobs
{
    private const string Evil =
        "@everyone [look](https://evil.example) <img src=x> ![x](https://evil.example/x.png) #1";

    [TestCase("/corrections/0/path", "../other/clients/x.yaml")]
    [TestCase("/corrections/0/path", ".github/workflows/plan.yml")]
    [TestCase("/plan/clients/0/actions/0/path", "a/../../b")]
    [TestCase("/texts/0/media/0/path", "../../../settings")]
    public async Task Report_WhosePathsLeadElsewhere_IsRefused(string pointer, string path)
    {
        Open("main", "content/clients/northwind/posts/launch.md");
        Fixture.WritePost("other", "scheduled_at: 15.06.2026 10:00");
        await PlanJob();
        var report = JsonNode.Parse(File.ReadAllText(Report))!;
        report["texts"]![0]!["media"] = new JsonArray(
            new JsonObject
            {
                ["name"] = "x",
                ["path"] = "x.png",
                ["is_picture"] = true,
            }
        );
        var at = pointer.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var node = at[..^1].Aggregate(report, (node, step) => int.TryParse(step, out var i) ? node[i]! : node[step]!);
        node[at[^1]] = path;
        File.WriteAllText(Report, report.ToJsonString());

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.EqualTo(1));
        Assert.That(GitHub.Comments.Single().Body, Does.Contain("The report is not of the form"));
        Assert.That(GitHub.LineComments, Is.Empty);
    }

    /// <summary>GitHub says which files are changed, not the report.</summary>
    [Test]
    public async Task SteeringFiles_StandAboveEverything_WhateverTheReportSays()
    {
        Open(
            "main",
            "clients/northwind/posts/launch.md",
            "global.json",
            ".github/workflows/plan.yml",
            "sub/NuGet.Config"
        );
        await PlanJob();

        await CommentJob();

        using var scope = Assert.EnterMultipleScope();
        Assert.That(
            GitHub.Comments.Single().Body,
            Does.StartWith(
                "> [!CAUTION]\n> **This pull request changes files that decide what programs do: "
                    + ".github/workflows/plan.yml, global.json, sub/NuGet.Config.** "
            )
        );
        Assert.That(GitHub.Statuses[^1].Description, Does.StartWith("Changes .github/workflows/plan.yml, global.json"));
    }

    /// <summary>Every text of the report, one after the other, is what an attacker would write there.</summary>
    [Test]
    public async Task Report_ThatWasForged_IsRefused_OrWrittenAsText()
    {
        Open("main");
        Fixture.WritePost("broken", "scheduled_at: 2026-02-30 10:00");
        await PlanJob();
        var whole = await File.ReadAllTextAsync(Report);
        var places = Texts(JsonNode.Parse(whole)!).Count;
        Assert.That(places, Is.GreaterThan(20));

        for (var place = 0; place < places; place++)
        {
            var forged = JsonNode.Parse(whole)!;
            var text = Texts(forged)[place];
            text.ReplaceWith(JsonValue.Create(Evil));
            await File.WriteAllTextAsync(Report, forged.ToJsonString());

            var run = await CommentJob();

            var body = GitHub.Comments.Single().Body;
            Assert.That(run.ExitCode, Is.EqualTo(0).Or.EqualTo(1), run.Error);
            Assert.That(
                body,
                Does.Not.Contain("@everyone")
                    .And.Not.Contain("](https://evil")
                    .And.Not.Contain("<img")
                    .And.Not.Contain(" #1"),
                $"place {place}: {text.GetPath()}"
            );
        }
    }

    [TestCase("")]
    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"version":1}""")]
    [TestCase(
        """{"version":1,"plan":null,"error":null,"texts":[],"has_base":false,"settings_changed":[]"""
            + ""","notices":[],"prefix":"","min_lead_seconds":600}"""
    )]
    [TestCase(
        """{"version":1,"plan":null,"error":"x","texts":[],"has_base":false,"settings_changed":[null]"""
            + ""","notices":[],"prefix":"","min_lead_seconds":600}"""
    )]
    [TestCase(
        """{"version":1,"plan":null,"error":"x","texts":[],"has_base":false,"settings_changed":[],"notices":[]"""
            + ""","prefix":"../../other/","min_lead_seconds":600}"""
    )]
    public async Task Report_OfAnotherForm_IsNotShown(string json)
    {
        Open("main");
        await File.WriteAllTextAsync(Report, json);

        var run = await CommentJob();

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Error);
        Assert.That(
            GitHub.Comments.Single().Body,
            Does.StartWith("**Plan: stopped by an error.**").And.Contain("The report is not of the form")
        );
        Assert.That(GitHub.Statuses[^1].State, Is.EqualTo("error"));
    }

    private static List<JsonValue> Texts(JsonNode node) =>
        node switch
        {
            JsonObject some => [.. some.Select(pair => pair.Value).OfType<JsonNode>().SelectMany(Texts)],
            JsonArray list => [.. list.OfType<JsonNode>().SelectMany(Texts)],
            JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => [value],
            _ => [],
        };
}
