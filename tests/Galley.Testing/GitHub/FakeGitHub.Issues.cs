using System.Text.Json.Nodes;
using Galley.Testing.Http;
using static Galley.Testing.GitHub.GitHubReplies;

namespace Galley.Testing.GitHub;

/// <summary>Issues, and comments on them and on pull requests.</summary>
public sealed partial class FakeGitHub
{
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
}
