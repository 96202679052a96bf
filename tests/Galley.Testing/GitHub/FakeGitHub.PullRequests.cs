using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Galley.Testing.Http;
using static Galley.Testing.GitHub.GitHubReplies;

namespace Galley.Testing.GitHub;

/// <summary>Pull requests, their files and line comments, commits, statuses, and what runs uploaded.</summary>
public sealed partial class FakeGitHub
{
    /// <summary>The pull request that each commit was merged from.</summary>
    public ConcurrentDictionary<string, int> MergedFrom { get; } = new();

    /// <summary>Numbers of pull requests that were merged.</summary>
    public ConcurrentBag<int> Merged { get; } = [];

    /// <summary>Pull requests that are open.</summary>
    public ConcurrentBag<StoredPullRequest> OpenPullRequests { get; } = [];

    /// <summary>The names of what runs uploaded, by the run's id. The artifact's own id is 9000 and its place.</summary>
    public ConcurrentDictionary<string, string[]> Artifacts { get; } = new();

    /// <summary>Comments on lines of pull requests.</summary>
    public IReadOnlyList<StoredLineComment> LineComments => Copy(_lineComments);

    private Reply OnLines(int pull, JsonObject? body)
    {
        if (body is null)
        {
            return Json(200, new JsonArray([.. _lineComments.Where(one => one.Pull == pull).Select(Shown)]));
        }

        var comment = new StoredLineComment(
            pull,
            Login ?? AppName,
            Text(body, "commit_id")!,
            Text(body, "path")!,
            body["start_line"]?.GetValue<int>(),
            body["line"]!.GetValue<int>(),
            Text(body, "body")!
        );
        _lineComments.Add(comment);
        return Json(201, Shown(comment));
    }

    private Reply SetStatus(string sha, JsonObject body)
    {
        var status = new StoredStatus(
            sha,
            Text(body, "state")!,
            Text(body, "context")!,
            Text(body, "description"),
            Text(body, "target_url")
        );
        _statuses.Add(status);
        return Json(
            201,
            new JsonObject
            {
                ["id"] = _nextId++,
                ["state"] = status.State,
                ["context"] = status.Context,
                ["description"] = status.Description,
            }
        );
    }

    private JsonArray Pulls(string sha) =>
        MergedFrom.TryGetValue(sha, out var number)
            ? new JsonArray(
                new JsonObject
                {
                    ["number"] = number,
                    ["state"] = "closed",
                    ["merged_at"] = "2026-06-08T09:00:00Z",
                    ["merge_commit_sha"] = sha,
                }
            )
            : [];

    private List<JsonNode> OpenAt(Dictionary<string, string> query) =>
        [
            .. OpenPullRequests
                .Where(pull => query.GetValueOrDefault("head") == $"{pull.Owner}:{pull.Branch}")
                .Select(pull => new JsonObject
                {
                    ["number"] = pull.Number,
                    ["state"] = "open",
                    ["head"] = new JsonObject
                    {
                        ["sha"] = pull.HeadSha,
                        ["ref"] = pull.Branch,
                        ["repo"] = new JsonObject { ["full_name"] = Repository },
                    },
                    ["base"] = new JsonObject { ["ref"] = pull.Base },
                }),
        ];

    private List<JsonNode>? Files(int number) =>
        Changed.TryGetValue(number, out var changed) ? [.. changed.Select(Shown)]
        : OpenPullRequests.FirstOrDefault(pull => pull.Number == number) is { } open
            ? [.. open.Files.Select(path => Shown((path, "")))]
        : null;

    private JsonObject Uploaded(string run, Dictionary<string, string> query)
    {
        var names = Artifacts.GetValueOrDefault(run, []);
        var found = names
            .Select((name, i) => new JsonObject { ["id"] = 9_000 + i, ["name"] = name })
            .Where(artifact => query.GetValueOrDefault("name") is not { } asked || (string)artifact["name"]! == asked)
            .ToArray<JsonNode>();
        return new JsonObject { ["total_count"] = found.Length, ["artifacts"] = new JsonArray(found) };
    }

    private JsonArray Commits(string path) =>
        LastCommits.TryGetValue(path, out var commit)
            ? new JsonArray(
                new JsonObject
                {
                    ["sha"] = commit.Sha,
                    ["commit"] = new JsonObject { ["message"] = commit.Message },
                }
            )
            : [];

    private Reply Pull(int number) =>
        Merged.Contains(number) || MergedFrom.Values.Contains(number)
            ? Json(200, new JsonObject { ["number"] = number, ["merged_at"] = "2026-06-08T09:00:00Z" })
            : Missing();
}
