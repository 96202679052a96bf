using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Galley.Testing;
using Microsoft.Playwright;

namespace Galley.EndToEnd.Tests.Browser;

/// <summary>GitHub's API as far as Decap CMS uses it, over a real repository. Pull requests are kept here.</summary>
/// <param name="scratch">A file for the bytes of a new blob.</param>
internal sealed partial class GitHubOfTheEditor(GitClone repository, string scratch)
{
    public const string Name = "agency/content";
    private const string Branches = "refs/heads/";

    private static readonly Dictionary<string, string> Headers = new(StringComparer.Ordinal)
    {
        ["access-control-allow-origin"] = "*",
        ["access-control-allow-headers"] = "*",
        ["access-control-allow-methods"] = "*",
    };

    private readonly Lock _gate = new();

    /// <summary>The head branches of the open ones.</summary>
    public List<string> PullRequests { get; } = [];

    public async Task Answer(IPage page)
    {
        await page.RouteAsync("https://www.githubstatus.com/**", route =>
            route.FulfillAsync(new() { Headers = Headers, Body = "{\"components\":[]}" })
        );
        await page.RouteAsync("https://api.github.com/**", Answer);
    }

    private Task Answer(IRoute route)
    {
        var request = route.Request;
        if (request.Method == "OPTIONS")
        {
            return route.FulfillAsync(new() { Status = 204, Headers = Headers });
        }

        lock (_gate)
        {
            var url = new Uri(request.Url);
            var path = Uri.UnescapeDataString(url.AbsolutePath).Replace($"/repos/{Name}", "", StringComparison.Ordinal);
            var query = System.Web.HttpUtility.ParseQueryString(url.Query);
            var body = request.PostData is { } text ? JsonNode.Parse(text) : null;
            var answer = Find($"{request.Method} {path}", name => query[name], body);
            return route.FulfillAsync(
                new()
                {
                    Status = StatusOf(answer),
                    Headers = Headers,
                    ContentType = "application/json",
                    Body = (answer ?? new JsonObject { ["message"] = "Not Found" }).ToJsonString(),
                }
            );
        }
    }

    private static int StatusOf(JsonNode? answer) =>
        answer switch
        {
            null => 404,
            JsonObject { Count: 1 } fault when fault.ContainsKey("message") => 422,
            _ => 200,
        };

    private JsonNode? Find(string request, Func<string, string?> query, JsonNode? body) =>
        request switch
        {
            "GET /user" => Json("""{"login":"ann","name":"Ann"}"""),
            "GET " => Json("""{"owner":{"login":"agency"},"permissions":{"push":true}}"""),
            "GET /pulls" => PullsOf(query("head")),
            "POST /pulls" => Open((string)body!["head"]!),
            "POST /git/blobs" => Sha(Store(Convert.FromBase64String((string)body!["content"]!))),
            "POST /git/trees" => Sha(Tree((string)body!["base_tree"]!, body["tree"]!.AsArray())),
            "POST /git/commits" => Commit(Create(body!)),
            "POST /git/refs" when TryRead((string)body!["ref"]!) is not null => Json(
                """{"message":"Reference already exists"}"""
            ),
            "POST /git/refs" => Point((string)body!["ref"]!, body),
            "GET /commits" => new JsonArray(Listed(Rev("main"))),
            _ when request.StartsWith("PATCH /git/refs/", StringComparison.Ordinal) => Point(
                request["PATCH /git/".Length..],
                body!
            ),
            _ when After(request, "GET /branches/") is { } branch => Branch(branch),
            _ when After(request, "GET /git/trees/") is { } tree => List(tree, query("recursive") is not null),
            _ when After(request, "GET /git/blobs/") is { } blob => Content(blob),
            _ when After(request, "GET /git/commits/") is { } commit => Commit(commit),
            _ when After(request, "GET /compare/") is { } range => Compare(range),
            _ when request.EndsWith("/status", StringComparison.Ordinal) => Json("""{"statuses":[]}"""),
            _ when request.EndsWith("/labels", StringComparison.Ordinal) => Json("[]"),
            _ => null,
        };

    private JsonArray PullsOf(string? head) =>
        [.. PullRequests.Where(branch => head is null || head == $"agency:{branch}").Select(branch => Pull(branch))];

    private JsonObject Open(string head)
    {
        PullRequests.Add(head.Split(':')[^1]);
        return Pull(PullRequests[^1]);
    }

    private JsonObject Pull(string branch) =>
        new()
        {
            ["number"] = PullRequests.IndexOf(branch) + 1,
            ["state"] = "open",
            ["head"] = new JsonObject
            {
                ["ref"] = branch,
                ["sha"] = Rev(branch),
                ["repo"] = Json("""{"fork":false}"""),
            },
            ["labels"] = Json("""[{"name":"decap-cms/draft"}]"""),
            ["user"] = Json("""{"login":"ann"}"""),
            ["updated_at"] = "2026-06-08T09:00:00Z",
        };

    private string Store(byte[] bytes)
    {
        File.WriteAllBytes(scratch, bytes);
        return repository.Git("hash-object", "-w", scratch).Trim();
    }

    private string Tree(string from, JsonArray files)
    {
        repository.Git("read-tree", from);
        foreach (var file in files)
        {
            repository.Git("update-index", "--add", "--cacheinfo", $"100644,{file!["sha"]},{file["path"]}");
        }

        return repository.Git("write-tree").Trim();
    }

    private string Create(JsonNode body)
    {
        var parents = body["parents"]!.AsArray().SelectMany(parent => new[] { "-p", (string)parent! });
        string[] person = ["-c", "user.name=Ann", "-c", "user.email=ann@localhost"];
        return repository
            .Git([.. person, "commit-tree", (string)body["tree"]!, .. parents, "-m", (string)body["message"]!])
            .Trim();
    }

    private JsonObject Commit(string sha)
    {
        var parts = repository.Git("log", "-1", "--format=%T%n%P", sha).Split('\n');
        return new()
        {
            ["sha"] = sha,
            ["message"] = "A change",
            ["tree"] = Sha(parts[0]),
            ["parents"] = new JsonArray([.. parts[1].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Sha)]),
            ["author"] = Json("""{"name":"Ann","date":"2026-06-08T09:00:00Z"}"""),
            ["committer"] = Json("""{"name":"Ann","date":"2026-06-08T09:00:00Z"}"""),
        };
    }

    /// <summary>As a list of commits has it.</summary>
    private JsonObject Listed(string sha)
    {
        var commit = Commit(sha);
        return new()
        {
            ["sha"] = sha,
            ["parents"] = commit["parents"]!.DeepClone(),
            ["author"] = Json("""{"login":"ann"}"""),
            ["commit"] = commit,
        };
    }

    private JsonObject Point(string reference, JsonNode body)
    {
        repository.Git("update-ref", reference, (string)body["sha"]!);
        return new JsonObject { ["object"] = Sha((string)body["sha"]!) };
    }

    private JsonObject? Branch(string branch) =>
        TryRead(Branches + branch) is { } sha ? new JsonObject { ["commit"] = Sha(sha) } : null;

    private JsonObject? List(string tree, bool isRecursive)
    {
        if (TryRead(tree) is not { } sha)
        {
            return null;
        }

        var lines = repository.Git(["ls-tree", "-l", "-t", "-z", .. isRecursive ? new[] { "-r" } : [], sha]);
        return new JsonObject
        {
            ["sha"] = sha,
            ["tree"] = new JsonArray([
                .. lines
                    .Split('\0', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => TreeLine().Match(line).Groups)
                    .Select(part => new JsonObject
                    {
                        ["mode"] = part["mode"].Value,
                        ["type"] = part["type"].Value,
                        ["sha"] = part["sha"].Value,
                        ["path"] = part["path"].Value,
                        ["size"] = int.TryParse(part["size"].Value, out var size) ? size : 0,
                    }),
            ]),
        };
    }

    /// <summary>Of a text. The bytes of a picture do not come through.</summary>
    private JsonObject Content(string sha)
    {
        var file = Path.Combine(repository.Folder, repository.Git("unpack-file", sha).Trim());
        var bytes = File.ReadAllBytes(file);
        File.Delete(file);
        return new() { ["sha"] = sha, ["content"] = Convert.ToBase64String(bytes) };
    }

    private JsonObject Compare(string range)
    {
        // A branch may be named with its owner.
        var ends = range.Split("...").Select(end => end.Split(':')[^1]).ToArray();
        var files = repository.Git("diff", "--raw", "--no-abbrev", "--no-renames", $"{ends[0]}...{ends[1]}");
        return new()
        {
            ["commits"] = new JsonArray([
                .. repository
                    .Git("rev-list", "--reverse", $"{ends[0]}..{ends[1]}")
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(Listed),
            ]),
            ["base_commit"] = Listed(Rev(ends[0])),
            ["merge_base_commit"] = Sha(repository.Git("merge-base", ends[0], ends[1]).Trim()),
            ["files"] = new JsonArray([
                .. files
                    .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                    .Select(line => line.Split([' ', '\t']))
                    .Select(part => new JsonObject
                    {
                        ["filename"] = part[5],
                        ["sha"] = part[3],
                        ["status"] = part[4] == "A" ? "added" : "modified",
                        // GitHub has none of a picture, and Decap takes a file without one for a picture.
                        ["patch"] = part[5].Contains("/media/", StringComparison.Ordinal) ? null : "@@ -1 +1 @@",
                    }),
            ]),
        };
    }

    private string Rev(string name) => repository.Git("rev-parse", name).Trim();

    private string? TryRead(string name)
    {
        try
        {
            return repository.Git("rev-parse", "--verify", "--quiet", name).Trim();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string? After(string request, string start) =>
        request.StartsWith(start, StringComparison.Ordinal) ? request[start.Length..] : null;

    private static JsonObject Sha(string sha) => new() { ["sha"] = sha };

    private static JsonNode Json(string text) => JsonNode.Parse(text)!;

    [GeneratedRegex(@"^(?<mode>\d+) (?<type>\w+) (?<sha>\w+) +(?<size>\S+)\t(?<path>.+)$")]
    private static partial Regex TreeLine();
}
