using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Galley.Testing.Http;

namespace Galley.Testing.GitHub;

/// <summary>
/// A GitHub on loopback for one repository, <c>acme/content</c>: comments, statuses, pull requests and issues, with
/// faults on demand.
/// </summary>
public sealed partial class FakeGitHub : IAsyncDisposable
{
    public const string Repository = "acme/content";
    public const string Bot = "github-actions[bot]";

    private readonly Lock _lock = new();
    private readonly LoopbackServer _server;
    private readonly List<StoredComment> _comments = [];
    private readonly List<StoredLineComment> _lineComments = [];
    private readonly List<StoredStatus> _statuses = [];
    private readonly List<StoredIssue> _issues = [];
    private readonly ConcurrentQueue<Fault> _faults = new();
    private Fault? _always;
    private long _nextId = 1_000;

    public FakeGitHub() => _server = LoopbackServer.Answering(Answer);

    public string Url => _server.Url;

    public IReadOnlyList<ReceivedRequest> Requests => _server.Requests;

    /// <summary>Who writes with the token. Null: the token may not ask, as in a job.</summary>
    public string? Login { get; set; }

    /// <summary>The app that writes with a token that may not ask: the one behind a job's own, unless it is another.</summary>
    public string AppName { get; set; } = Bot;

    /// <summary>Whether every write is refused, as with a fork's token.</summary>
    public bool IsReadOnly { get; set; }

    public IReadOnlyList<StoredComment> Comments => Copy(_comments);

    public IReadOnlyList<StoredStatus> Statuses => Copy(_statuses);

    public IReadOnlyList<StoredIssue> Issues => Copy(_issues);

    /// <summary>The pull request that each commit was merged from.</summary>
    public ConcurrentDictionary<string, int> MergedFrom { get; } = new();

    /// <summary>The last commit of each file, and of the run (at the empty path), with its message.</summary>
    public ConcurrentDictionary<string, (string Sha, string Message)> LastCommits { get; } = new();

    /// <summary>Numbers of pull requests that were merged.</summary>
    public ConcurrentBag<int> Merged { get; } = [];

    /// <summary>Pull requests that are open.</summary>
    public ConcurrentBag<StoredPullRequest> OpenPullRequests { get; } = [];

    /// <summary>The names of what runs uploaded, by the run's id. The artifact's own id is 9000 and its place.</summary>
    public ConcurrentDictionary<string, string[]> Artifacts { get; } = new();

    /// <summary>The files of pull requests, by number: each path with its patch. Others are not told.</summary>
    public ConcurrentDictionary<int, (string Path, string Patch)[]> Changed { get; } = new();

    /// <summary>Comments on lines of pull requests.</summary>
    public IReadOnlyList<StoredLineComment> LineComments => Copy(_lineComments);

    /// <summary>What people may do here, by login; others have <c>read</c>.</summary>
    public ConcurrentDictionary<string, string> Permissions { get; } = new();

    public StoredComment Comment(int thread, string author, string body)
    {
        lock (_lock)
        {
            var comment = new StoredComment(_nextId++, thread, author, body);
            _comments.Add(comment);
            return comment;
        }
    }

    /// <param name="labels">None: <c>galley</c>.</param>
    public StoredIssue Issue(string author, string body, string state = "open", params string[] labels)
    {
        lock (_lock)
        {
            var issue = new StoredIssue(
                (int)_nextId++,
                author,
                "An issue",
                body,
                state,
                labels.Length == 0 ? ["galley"] : labels
            );
            _issues.Add(issue);
            return issue;
        }
    }

    /// <summary>What becomes of each answer before it arrives.</summary>
    public Func<Reply, Reply> OnTheWay { get; set; } = reply => reply;

    /// <summary>Answers the next request that matches with this instead.</summary>
    /// <param name="thenDoes">Whether the request is carried out all the same, and only its answer lost.</param>
    public void Fail(string method, string pathPart, Reply reply, bool thenDoes = false) =>
        _faults.Enqueue(new Fault(method, pathPart, reply, thenDoes));

    /// <summary>Answers every request that matches with this.</summary>
    /// <param name="method">Empty for any.</param>
    public void FailAlways(string method, string pathPart, Reply reply) =>
        _always = new Fault(method, pathPart, reply, ThenDoes: false);

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private Reply Answer(ReceivedRequest request)
    {
        lock (_lock)
        {
            if (
                _always is { } always
                && request.Method.StartsWith(always.Method, StringComparison.Ordinal)
                && request.Target.Contains(always.PathPart, StringComparison.Ordinal)
            )
            {
                return always.Reply;
            }

            if (
                _faults.TryPeek(out var fault)
                && request.Method == fault.Method
                && request.Target.Contains(fault.PathPart, StringComparison.Ordinal)
            )
            {
                _faults.TryDequeue(out _);
                if (fault.ThenDoes)
                {
                    Route(request);
                }

                return fault.Reply;
            }

            return OnTheWay(Route(request));
        }
    }

    private Reply Route(ReceivedRequest request)
    {
        var (path, query) = Split(request.Target);
        if (path == "/user")
        {
            return Login is null ? Refused() : Json(200, User(Login));
        }

        if (!path.StartsWith($"/repos/{Repository}/", StringComparison.Ordinal))
        {
            return Missing();
        }

        if (IsReadOnly && request.Method != "GET")
        {
            return Refused();
        }

        var rest = path[$"/repos/{Repository}".Length..];
        var body = request.Body.IsEmpty ? null : JsonNode.Parse(request.Text)!.AsObject();
        if (ThreadComments().Match(rest) is { Success: true } thread)
        {
            return Thread(request, int.Parse(thread.Groups[1].Value), body, query);
        }

        if (OneComment().Match(rest) is { Success: true } one && request.Method == "PATCH")
        {
            return Edit(long.Parse(one.Groups[1].Value), body!);
        }

        if (StatusOf().Match(rest) is { Success: true } status && request.Method == "POST")
        {
            return SetStatus(status.Groups[1].Value, body!);
        }

        if (PullsOf().Match(rest) is { Success: true } pulls)
        {
            return Json(200, Pulls(pulls.Groups[1].Value));
        }

        if (rest == "/pulls")
        {
            return Page(OpenAt(query), "pulls", query);
        }

        if (FilesOf().Match(rest) is { Success: true } files)
        {
            return Files(int.Parse(files.Groups[1].Value)) is { } changed ? Page(changed, rest[1..], query) : Missing();
        }

        if (ArtifactsOf().Match(rest) is { Success: true } artifacts)
        {
            return Json(200, Uploaded(artifacts.Groups[1].Value, query));
        }

        if (rest == "/commits")
        {
            return Json(200, Commits(query.GetValueOrDefault("path", "")));
        }

        if (LineCommentsOf().Match(rest) is { Success: true } lines)
        {
            return OnLines(int.Parse(lines.Groups[1].Value), body);
        }

        if (OnePull().Match(rest) is { Success: true } pull)
        {
            return Pull(int.Parse(pull.Groups[1].Value));
        }

        if (PermissionOf().Match(rest) is { Success: true } person)
        {
            return Json(200, Permission(Uri.UnescapeDataString(person.Groups[1].Value)));
        }

        if (rest == "/issues")
        {
            return request.Method == "GET" ? Page(IssuesLabelled(query), "issues", query) : Open(body!);
        }

        if (OneIssue().Match(rest) is { Success: true } issue && request.Method == "PATCH")
        {
            return Change(int.Parse(issue.Groups[1].Value), body!);
        }

        return Missing();
    }

    private Reply Thread(ReceivedRequest request, int thread, JsonObject? body, Dictionary<string, string> query)
    {
        if (request.Method == "POST")
        {
            var text = body!["body"]!.GetValue<string>();
            if (text.Length > 65_536)
            {
                return TooLong();
            }

            return Json(201, Shown(Comment(thread, Login ?? AppName, text)));
        }

        return Page(
            [.. _comments.Where(comment => comment.Thread == thread).Select(Shown)],
            $"issues/{thread}/comments",
            query
        );
    }

    private Reply Page(List<JsonNode> all, string path, Dictionary<string, string> query)
    {
        var (page, size) = (
            int.Parse(query.GetValueOrDefault("page", "1")),
            int.Parse(query.GetValueOrDefault("per_page", "30"))
        );
        var array = new JsonArray([.. all.Skip((page - 1) * size).Take(size)]);
        if (all.Count <= page * size)
        {
            return Json(200, array);
        }

        var rest = string.Concat(
            query
                .Where(pair => pair.Key is not "page")
                .Select(pair => $"{pair.Key}={Uri.EscapeDataString(pair.Value)}&")
        );
        return Reply.Json(
            200,
            array.ToJsonString(),
            $"Link: <{Url}/repos/{Repository}/{path}?{rest}page={page + 1}>; rel=\"next\""
        );
    }

    private Reply Edit(long id, JsonObject body)
    {
        var at = _comments.FindIndex(comment => comment.Id == id);
        if (at < 0)
        {
            return Missing();
        }

        if (_comments[at].Author != (Login ?? AppName))
        {
            return Refused();
        }

        _comments[at] = _comments[at] with { Body = body["body"]!.GetValue<string>(), Edits = _comments[at].Edits + 1 };
        return Json(200, Shown(_comments[at]));
    }

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

    private static JsonNode Shown(StoredLineComment comment) =>
        new JsonObject { ["body"] = comment.Body, ["user"] = User(comment.Author) };

    private static JsonNode Shown((string Path, string Patch) file) =>
        new JsonObject
        {
            ["filename"] = file.Path,
            ["status"] = "modified",
            ["patch"] = file.Patch,
        };

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

    private JsonObject Permission(string login)
    {
        var permission = Permissions.GetValueOrDefault(login, "read");
        return new JsonObject
        {
            ["permission"] = permission,
            ["role_name"] = permission,
            ["user"] = User(login),
        };
    }

    private List<JsonNode> IssuesLabelled(Dictionary<string, string> query) =>
        [
            .. _issues
                .Where(issue =>
                    issue.State == query.GetValueOrDefault("state", "open") || query.GetValueOrDefault("state") == "all"
                )
                .Where(issue => !query.TryGetValue("labels", out var label) || issue.Labels.Contains(label))
                .Select(Shown),
        ];

    private Reply Open(JsonObject body)
    {
        var labels = body["labels"]?.AsArray().Select(label => label!.GetValue<string>()).ToArray() ?? [];
        var issue = new StoredIssue(
            (int)_nextId++,
            Login ?? AppName,
            Text(body, "title")!,
            Text(body, "body") ?? "",
            "open",
            labels
        );
        if (issue.Body.Length > 65_536)
        {
            return TooLong();
        }

        _issues.Add(issue);
        return Json(201, Shown(issue));
    }

    private Reply Change(int number, JsonObject body)
    {
        var at = _issues.FindIndex(issue => issue.Number == number);
        if (at < 0)
        {
            return Missing();
        }

        if (Text(body, "body")?.Length > 65_536)
        {
            return TooLong();
        }

        _issues[at] = _issues[at] with
        {
            Body = Text(body, "body") ?? _issues[at].Body,
            State = Text(body, "state") ?? _issues[at].State,
            Edits = _issues[at].Edits + 1,
        };
        return Json(200, Shown(_issues[at]));
    }

    private static JsonNode Shown(StoredComment comment) =>
        new JsonObject
        {
            ["id"] = comment.Id,
            ["body"] = comment.Body,
            ["user"] = User(comment.Author),
            ["created_at"] = "2026-06-08T09:00:00Z",
            ["updated_at"] = "2026-06-08T09:00:00Z",
            ["author_association"] = "NONE",
        };

    private static JsonNode Shown(StoredIssue issue) =>
        new JsonObject
        {
            ["id"] = issue.Number,
            ["number"] = issue.Number,
            ["title"] = issue.Title,
            ["body"] = issue.Body,
            ["state"] = issue.State,
            ["user"] = User(issue.Author),
            ["labels"] = new JsonArray([
                .. issue.Labels.Select(label => (JsonNode)new JsonObject { ["name"] = label }),
            ]),
            ["created_at"] = "2026-06-08T09:00:00Z",
            ["comments"] = 0,
        };

    private static JsonObject User(string login) =>
        new()
        {
            ["login"] = login,
            ["id"] = login.Length,
            ["type"] = login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
        };

    private static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();

    private static Reply Json(int status, JsonNode body) => Reply.Json(status, body.ToJsonString());

    private static Reply Missing() => Json(404, new JsonObject { ["message"] = "Not Found" });

    private static Reply TooLong() =>
        Json(422, new JsonObject { ["message"] = "Validation Failed: body is too long (maximum is 65536 characters)" });

    private static Reply Refused() =>
        Json(403, new JsonObject { ["message"] = "Resource not accessible by integration" });

    private static (string Path, Dictionary<string, string> Query) Split(string target)
    {
        var parts = target.Split('?', 2);
        var query =
            parts.Length == 1
                ? []
                : parts[1]
                    .Split('&')
                    .Select(pair => pair.Split('=', 2))
                    .ToDictionary(pair => pair[0], pair => Uri.UnescapeDataString(pair[1]));
        return (parts[0], query);
    }

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }

    private sealed record Fault(string Method, string PathPart, Reply Reply, bool ThenDoes);

    [GeneratedRegex(@"^/issues/(\d+)/comments$")]
    private static partial Regex ThreadComments();

    [GeneratedRegex(@"^/issues/comments/(\d+)$")]
    private static partial Regex OneComment();

    [GeneratedRegex(@"^/issues/(\d+)$")]
    private static partial Regex OneIssue();

    [GeneratedRegex("^/statuses/([0-9a-f]+)$")]
    private static partial Regex StatusOf();

    [GeneratedRegex("^/commits/([0-9a-f]+)/pulls$")]
    private static partial Regex PullsOf();

    [GeneratedRegex(@"^/pulls/(\d+)/files$")]
    private static partial Regex FilesOf();

    [GeneratedRegex(@"^/actions/runs/(\d+)/artifacts$")]
    private static partial Regex ArtifactsOf();

    [GeneratedRegex(@"^/pulls/(\d+)/comments$")]
    private static partial Regex LineCommentsOf();

    [GeneratedRegex(@"^/pulls/(\d+)$")]
    private static partial Regex OnePull();

    [GeneratedRegex("^/collaborators/([^/]+)/permission$")]
    private static partial Regex PermissionOf();
}
