using Galley.Testing.GitHub;

namespace Galley.Cli.Tests.Running;

/// <summary>Puts a desk into a job of GitHub Actions, on a GitHub that is not the real one.</summary>
internal static class Job
{
    public const string Merge = "2222222222222222222222222222222222222222";

    /// <param name="payload">The event's, as JSON.</param>
    public static FakeGitHub On(CliFixture fixture, string eventName, string payload)
    {
        var github = new FakeGitHub();
        var folder = Path.GetDirectoryName(fixture.Content)!;
        foreach (
            var (name, value) in new Dictionary<string, string>
            {
                ["GITHUB_ACTIONS"] = "true",
                ["GITHUB_REPOSITORY"] = FakeGitHub.Repository,
                ["GITHUB_SHA"] = Merge,
                ["GITHUB_API_URL"] = github.Url,
                ["GITHUB_TOKEN"] = "a-token",
                ["GITHUB_RUN_ID"] = "77",
                ["GITHUB_WORKSPACE"] = folder,
                ["GITHUB_EVENT_PATH"] = Path.Combine(folder, "event.json"),
                ["GITHUB_STEP_SUMMARY"] = Path.Combine(folder, "summary.md"),
            }
        )
        {
            fixture.Environment[name] = value;
        }

        Next(fixture, eventName, payload);
        return github;
    }

    /// <summary>Another job on the same GitHub.</summary>
    public static void Next(CliFixture fixture, string eventName, string payload)
    {
        fixture.Environment["GITHUB_EVENT_NAME"] = eventName;
        File.WriteAllText(fixture.Environment["GITHUB_EVENT_PATH"], payload);
    }

    /// <summary>The job that a comment starts.</summary>
    public static Task<CliRun> Hear(
        CliFixture fixture,
        FakeGitHub github,
        string body,
        string author = "anna",
        string action = "created",
        int thread = 5,
        string type = "User"
    )
    {
        var comment = github.Comment(thread, author, body);
        return HearAgain(fixture, comment, action, type);
    }

    public static Task<CliRun> HearAgain(
        CliFixture fixture,
        StoredComment comment,
        string action = "created",
        string type = "User"
    )
    {
        Next(
            fixture,
            "issue_comment",
            $$$"""
            {"action":"{{{action}}}","issue":{"number":{{{comment.Thread}}} },
            "comment":{"id":{{{comment.Id}}},"user":{"login":"{{{comment.Author}}}","type":"{{{type}}}"} } }
            """
        );
        fixture.Environment["GALLEY_COMMAND"] = comment.Body;
        return fixture.Run("comment", "--command");
    }

    public static string Summary(CliFixture fixture) => File.ReadAllText(fixture.Environment["GITHUB_STEP_SUMMARY"]);
}
