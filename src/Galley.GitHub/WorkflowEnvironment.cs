using System.Globalization;
using System.Text.Json;

namespace Galley.GitHub;

/// <summary>Reads what GitHub Actions tells a job. Nothing in it is trusted further than its form.</summary>
public static class WorkflowEnvironment
{
    /// <summary>The name under which an app's token writes: GitHub does not tell it.</summary>
    public const string LoginVariable = "GALLEY_GITHUB_LOGIN";

    /// <param name="environment">A variable's value, or null.</param>
    public static WorkflowRun Read(Func<string, string?> environment)
    {
        var repository = Needed("GITHUB_REPOSITORY").Split('/');
        if (repository.Length != 2)
        {
            throw new GalleyException(
                $"GITHUB_REPOSITORY is \"{string.Join('/', repository)}\"; it should read OWNER/NAME."
            );
        }

        using var payload = Payload(Optional("GITHUB_EVENT_PATH"));
        var root = payload?.RootElement;
        return new WorkflowRun
        {
            EventName = Needed("GITHUB_EVENT_NAME"),
            Owner = repository[0],
            Repository = repository[1],
            Sha = Needed("GITHUB_SHA"),
            ApiUrl = Address("GITHUB_API_URL", "https://api.github.com"),
            ServerUrl = Address("GITHUB_SERVER_URL", "https://github.com"),
            Token = Optional("GITHUB_TOKEN") is { } token ? new GitHubToken(token) : null,
            Login = Optional(LoginVariable),
            RunId = Optional("GITHUB_RUN_ID"),
            Attempt = int.TryParse(Optional("GITHUB_RUN_ATTEMPT"), CultureInfo.InvariantCulture, out var attempt)
                ? attempt
                : 1,
            Workspace = Optional("GITHUB_WORKSPACE"),
            SummaryFile = Optional("GITHUB_STEP_SUMMARY"),
            PullRequest = root is { } about ? Decoded(() => PullRequest(about)) : null,
            MergeGroup = root is { } queued ? Decoded(() => MergeGroup(queued)) : null,
            Comment = root is { } said ? Decoded(() => Comment(said)) : null,
            Origin = root is { } ended ? Decoded(() => Origin(ended)) : null,
            DefaultBranch = root is { } of ? Decoded(() => Text(At(of, "repository", "default_branch"))) : null,
        };

        string? Optional(string name) => environment(name) is { Length: > 0 } value ? value : null;

        string Needed(string name) =>
            Optional(name)
            ?? throw new GalleyException(
                $"Galley speaks to GitHub from a job of GitHub Actions, and {name} is not set here. Leave --github "
                    + "out to see the same in a terminal."
            );

        Uri Address(string name, string otherwise) =>
            Uri.TryCreate((Optional(name) ?? otherwise).TrimEnd('/') + "/", UriKind.Absolute, out var url)
            && (url.Scheme == Uri.UriSchemeHttps || url.IsLoopback)
                ? url
                : throw new GalleyException(
                    $"{name} is \"{Optional(name)}\", which is no https address: the token would travel in the open."
                );
    }

    private static JsonDocument? Payload(string? path)
    {
        if (path is null || !File.Exists(path))
        {
            return null;
        }

        try
        {
            return JsonDocument.Parse(File.ReadAllBytes(path));
        }
        catch (JsonException broken)
        {
            throw new GalleyException($"GITHUB_EVENT_PATH names {path}, which is not JSON: {broken.Message}");
        }
    }

    /// <summary>JSON is decoded late: broken UTF-8 and half a surrogate pair come to light only when a text is read.</summary>
    private static T? Decoded<T>(Func<T?> read)
        where T : class
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException broken)
        {
            throw new GalleyException($"GITHUB_EVENT_PATH names a file with broken text: {broken.Message}");
        }
    }

    private static EventPullRequest? PullRequest(JsonElement root)
    {
        if (At(root, "pull_request") is not { } pull || Number(At(pull, "number")) is not { } number)
        {
            return null;
        }

        if (Text(At(pull, "head", "sha")) is not { } head || Text(At(pull, "base", "sha")) is not { } @base)
        {
            return null;
        }

        return new EventPullRequest((int)number, head, @base)
        {
            BaseBranch = Text(At(pull, "base", "ref")),
            Head =
                Text(At(pull, "head", "repo", "full_name")) is { } repository
                && Text(At(pull, "head", "ref")) is { } branch
                    ? (repository, branch)
                    : null,
        };
    }

    private static EventMergeGroup? MergeGroup(JsonElement root) =>
        Text(At(root, "merge_group", "head_sha")) is { } head && Text(At(root, "merge_group", "base_sha")) is { } @base
            ? new EventMergeGroup(head, @base)
            : null;

    private static EventRun? Origin(JsonElement root) =>
        At(root, "workflow_run") is { } run
        && Number(At(run, "id")) is { } id
        && Text(At(run, "event")) is { } name
        && Text(At(run, "head_sha")) is { } head
        && Text(At(run, "head_branch")) is { } branch
        && Text(At(run, "head_repository", "owner", "login")) is { } owner
            ? new EventRun(id.ToString(CultureInfo.InvariantCulture), name, head, branch, owner)
            : null;

    private static EventComment? Comment(JsonElement root)
    {
        if (Number(At(root, "comment", "id")) is not { } id || Number(At(root, "issue", "number")) is not { } thread)
        {
            return null;
        }

        if (Text(At(root, "comment", "user", "login")) is not { } author)
        {
            return null;
        }

        return new EventComment(id, (int)thread, author)
        {
            IsNew = Text(At(root, "action")) is null or "created",
            IsByBot =
                Text(At(root, "comment", "user", "type")) == "Bot"
                || author.EndsWith("[bot]", StringComparison.Ordinal),
        };
    }

    private static JsonElement? At(JsonElement from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
        {
            if (
                from.ValueKind != JsonValueKind.Object
                || !from.TryGetProperty(name, out from)
                || from.ValueKind == JsonValueKind.Null
            )
            {
                return null;
            }
        }

        return from;
    }

    private static string? Text(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static long? Number(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Number } number
        && long.TryParse(number.GetRawText(), CultureInfo.InvariantCulture, out var whole)
            ? whole
            : null;
}
