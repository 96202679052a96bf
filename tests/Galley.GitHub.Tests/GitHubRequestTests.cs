using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Galley.Rendering.Issue;
using Galley.Testing;
using Galley.Testing.Http;
using NJsonSchema;

namespace Galley.GitHub.Tests;

/// <summary>Every request that we make, against GitHub's own description of its API.</summary>
public sealed class GitHubRequestTests
{
    private const string Package = "@octokit/openapi@23.0.2";

    /// <summary>The parts of the description, a hundred times smaller than the whole, that our requests can fall under.</summary>
    private const string Program = """
        const { paths } = require("@octokit/openapi/generated/api.github.com.deref.json");
        const ours = /^\/user$|^\/repos\/\{owner\}\/\{repo\}\/(issues|commits|statuses|collaborators|pulls)/;
        const shown = {};
        for (const [path, item] of Object.entries(paths)) {
          if (!ours.test(path)) continue;
          for (const [method, operation] of Object.entries(item)) {
            if (!operation.operationId) continue;
            shown[method.toUpperCase() + " " + path] = {
              query: (operation.parameters || []).filter(p => p.in === "query").map(p => p.name),
              body: operation.requestBody ? operation.requestBody.content["application/json"].schema : null,
            };
          }
        }
        process.stdout.write(JSON.stringify(shown));
        """;

    [Test]
    public async Task EveryRequest_IsOneThatGitHubDescribes()
    {
        if (NpmPackage.Run(Package, Program) is not { } text)
        {
            Assert.Ignore("GitHub's description comes from npm, and there is no Node, npm or network here.");
            return;
        }

        var operations = JsonNode.Parse(text)!.AsObject();
        await using var fixture = new JobFixture();
        await DoEverything(fixture);

        var used = new HashSet<string>();
        foreach (var request in fixture.GitHub.Requests)
        {
            used.Add(await Conforms(request, operations));
        }

        Assert.That(
            used,
            Is.EquivalentTo(
                new[]
                {
                    "GET /user",
                    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
                    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
                    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
                    "POST /repos/{owner}/{repo}/statuses/{sha}",
                    "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
                    "GET /repos/{owner}/{repo}/commits",
                    "GET /repos/{owner}/{repo}/pulls/{pull_number}",
                    "GET /repos/{owner}/{repo}/issues",
                    "POST /repos/{owner}/{repo}/issues",
                    "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
                    "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
                }
            )
        );
    }

    private static async Task DoEverything(JobFixture fixture)
    {
        for (var i = 0; i < 150; i++)
        {
            fixture.GitHub.Comment(7, "somebody", "Hello");
        }

        using var reporter = fixture.Reporter();
        await reporter.Report(JobFixture.Report("First."), CancellationToken.None);
        await reporter.Report(JobFixture.Report(new string('x', 60_000)), CancellationToken.None);
        fixture.GitHub.LastCommits[""] = (JobFixture.Merge, "A post (#12)");
        await reporter.MergedPullRequest(CancellationToken.None);
        await reporter.PullRequestsOf(["clients/northwind/posts/launch.md"], CancellationToken.None);
        for (var i = 0; i < 150; i++)
        {
            fixture.GitHub.Issue("somebody", "Mine.");
        }

        await reporter.UpdateIssue(
            _ => new IssueRevision(
                $"Two things.\n{GalleyIssue.Marker}",
                IsOpen: true,
                [new IssueNotice("<!-- new 1 -->", "New.\n<!-- new 1 -->")],
                $"Two things, told.\n{GalleyIssue.Marker}"
            ),
            CancellationToken.None
        );
        await reporter.UpdateIssue(
            _ => new IssueRevision($"Nothing.\n{GalleyIssue.Marker}", IsOpen: false, [], ""),
            CancellationToken.None
        );
        await reporter.MayWrite("anna", CancellationToken.None);
        await reporter.Answer(7, "<!-- galley:answer 1 -->", "Done.\n<!-- galley:answer 1 -->", CancellationToken.None);
        Assert.That(await reporter.HasAnswered(7, "<!-- galley:answer 1 -->", CancellationToken.None), Is.True);
        Assert.That(fixture.Said, Is.Empty);
    }

    private static async Task<string> Conforms(ReceivedRequest request, JsonObject operations)
    {
        var (path, query) = request.Target.Split('?') is [var before, var after]
            ? (before, after)
            : (request.Target, "");
        var (name, operation) = operations
            .Where(pair =>
                Regex.IsMatch($"{request.Method} {path}", "^" + Regex.Replace(pair.Key, @"\{[a-z_]+\}", "[^/]+") + "$")
            )
            .OrderBy(pair => pair.Key.Count(unit => unit == '{'))
            .FirstOrDefault();
        Assert.That(operation, Is.Not.Null, $"{request.Line}: GitHub describes no such operation.");
        var known = operation!["query"]!.AsArray().Select(parameter => parameter!.GetValue<string>());
        Assert.That(
            query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')[0]),
            Is.SubsetOf(known),
            request.Line
        );
        Assert.That(request.Header("Authorization"), Does.EndWith(" a-token"));
        await BodyConforms(request, operation["body"]);
        return name;
    }

    private static async Task BodyConforms(ReceivedRequest request, JsonNode? schema)
    {
        if (schema is null)
        {
            Assert.That(request.Text, Is.Empty, request.Line);
            return;
        }

        var names = JsonDocument.Parse(request.Text).RootElement.EnumerateObject().Select(field => field.Name);
        Assert.That(
            names,
            Is.SubsetOf(schema["properties"]!.AsObject().Select(property => property.Key)),
            request.Line
        );
        Assert.That(
            (await JsonSchema.FromJsonAsync(schema.ToJsonString())).Validate(request.Text),
            Is.Empty,
            request.Line
        );
    }
}
