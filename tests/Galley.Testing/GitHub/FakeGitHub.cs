using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Galley.Testing.Http;
using static Galley.Testing.GitHub.GitHubReplies;
using static Galley.Testing.GitHub.GitHubRoutes;

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

    /// <summary>The last commit of each file, and of the run (at the empty path), with its message.</summary>
    public ConcurrentDictionary<string, (string Sha, string Message)> LastCommits { get; } = new();

    /// <summary>The files of pull requests, by number: each path with its patch. Others are not told.</summary>
    public ConcurrentDictionary<int, (string Path, string Patch)[]> Changed { get; } = new();

    /// <summary>What people may do here, by login; others have <c>read</c>.</summary>
    public ConcurrentDictionary<string, string> Permissions { get; } = new();

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

    private IReadOnlyList<T> Copy<T>(List<T> list)
    {
        lock (_lock)
        {
            return [.. list];
        }
    }

    private sealed record Fault(string Method, string PathPart, Reply Reply, bool ThenDoes);
}
