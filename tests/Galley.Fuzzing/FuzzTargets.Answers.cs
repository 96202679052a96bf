using System.Text;
using Galley.Diagnostics;
using Galley.GitHub;
using Galley.LeadPanther.Keys;
using Galley.LeadPanther.Responses;
using Galley.Resolutions;
using Galley.Testing;
using Galley.Testing.Http;
using Galley.Testing.Time;

namespace Galley.Fuzzing;

public static partial class FuzzTargets
{
    private static void ReadAnswer(byte[] input)
    {
        _ = ErrorBody.Read(input, "header", ApiKey.Parse("lp_test_key", "here"));
        if (LeadPanther.Responses.Json.TryParse(input) is not { } root)
        {
            return;
        }

        var answer = new ApiAnswer(root, null, null);
        _ = (AccountResponses.Metadata(answer), AccountResponses.Identity(answer), AccountResponses.Client(root));
        _ = (MetricResponses.Engagement(answer), MetricResponses.Analytics(answer));
        _ = (Page<Api.Lead>.Read(answer, LeadResponses.Lead), Page<Api.Activity>.Read(answer, LeadResponses.Activity));
        foreach (var kind in Enum.GetValues<Kind>())
        {
            _ = (CreatedId.Read(root, kind), LiveResponses.Single(root, kind, Account));
            if (Page<LiveItem>.Read(answer, item => LiveResponses.Item(item, kind)) is { } page)
            {
                var list = new LiveListBuilder(kind);
                list.Add(page);
                _ = list.ToList();
            }
        }
    }

    private static void ReadComment(byte[] input)
    {
        foreach (var line in SlashCommandScanner.Scan(Text(input)))
        {
            Expected(() => _ = SlashCommand.Read(line, "anna").ToList());
        }
    }

    /// <summary>GitHub answers all that is asked with these bytes, and a status that the first of them chooses.</summary>
    private static void ReadGitHubAnswer(byte[] input)
    {
        var status = input is [var first, ..] ? Statuses[first % Statuses.Length] : 200;
        var body = Encoding.Latin1.GetString(input.AsSpan(Math.Min(1, input.Length)));
        var answer = new Reply(
            $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\n\r\n{body}"
        );
        Ask(answer).GetAwaiter().GetResult();
    }

    private static async Task Ask(Reply answer)
    {
        await using var server = LoopbackServer.Answering(answer);
        var run = new WorkflowRun
        {
            EventName = "push",
            Owner = "acme",
            Repository = "content",
            Sha = "1111111111111111111111111111111111111111",
            ApiUrl = new Uri(server.Url + "/"),
            ServerUrl = new Uri("https://github.com/"),
            Token = new GitHubToken("a-token"),
        };
        var reporter = new GitHubReporter(run, new EagerTime(Now.ToDateTimeOffset(), TimeSpan.FromHours(1)), "1", _ =>
        { });
        await reporter.Comment(7, "<!-- galley:plan -->", "words", default);
        await reporter.MergedPullRequest(default);
        await reporter.MayWrite("anna", default);
    }

    private static void ReadGitHubEvent(byte[] input)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["event.json"], input);
        var environment = new Dictionary<string, string>
        {
            ["GITHUB_REPOSITORY"] = "acme/content",
            ["GITHUB_EVENT_NAME"] = "push",
            ["GITHUB_SHA"] = "1111111111111111111111111111111111111111",
            ["GITHUB_EVENT_PATH"] = folder["event.json"],
        };
        Expected(() => WorkflowEnvironment.Read(environment.GetValueOrDefault));
    }
}
