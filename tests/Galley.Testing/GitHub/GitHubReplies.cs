using System.Text.Json.Nodes;
using Galley.Testing.Http;

namespace Galley.Testing.GitHub;

/// <summary>How GitHub answers: refusals, and objects as its JSON shows them.</summary>
internal static class GitHubReplies
{
    public static JsonNode Shown(StoredLineComment comment) =>
        new JsonObject { ["body"] = comment.Body, ["user"] = User(comment.Author) };

    public static JsonNode Shown((string Path, string Patch) file) =>
        new JsonObject
        {
            ["filename"] = file.Path,
            ["status"] = "modified",
            ["patch"] = file.Patch,
        };

    public static JsonNode Shown(StoredComment comment) =>
        new JsonObject
        {
            ["id"] = comment.Id,
            ["body"] = comment.Body,
            ["user"] = User(comment.Author),
            ["created_at"] = "2026-06-08T09:00:00Z",
            ["updated_at"] = "2026-06-08T09:00:00Z",
            ["author_association"] = "NONE",
        };

    public static JsonNode Shown(StoredIssue issue) =>
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

    public static JsonObject User(string login) =>
        new()
        {
            ["login"] = login,
            ["id"] = login.Length,
            ["type"] = login.EndsWith("[bot]", StringComparison.Ordinal) ? "Bot" : "User",
        };

    public static string? Text(JsonObject body, string name) => body[name]?.GetValue<string>();

    public static Reply Json(int status, JsonNode body) => Reply.Json(status, body.ToJsonString());

    public static Reply Missing() => Json(404, new JsonObject { ["message"] = "Not Found" });

    public static Reply TooLong() =>
        Json(422, new JsonObject { ["message"] = "Validation Failed: body is too long (maximum is 65536 characters)" });

    public static Reply Refused() =>
        Json(403, new JsonObject { ["message"] = "Resource not accessible by integration" });

    public static (string Path, Dictionary<string, string> Query) Split(string target)
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
}
