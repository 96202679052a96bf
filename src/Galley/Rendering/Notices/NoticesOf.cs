using System.Collections.Immutable;
using System.Globalization;
using Galley.Applying.Results;
using Galley.Planning;
using Galley.Rendering.Text;

namespace Galley.Rendering.Notices;

/// <summary>What is told of a plan and of an apply: what needs a person, and what came of a run that sent something or failed.</summary>
public static class NoticesOf
{
    private const string ProblemEvent = "problem";
    private const string ResultEvent = "result";

    /// <summary>Items that a result names; the rest is counted.</summary>
    private const int MostItems = 10;

    /// <summary>Messages of one run. A channel that gets more is muted, and the services slow down who sends more.</summary>
    private const int MostProblems = 20;

    /// <summary>UTF-16 units; far below what Slack and Teams take.</summary>
    private const int LongestText = 3_000;

    /// <summary>All that needs a person, for a run that can't know what was told before.</summary>
    public static ImmutableArray<Notice> Problems(Plan plan) =>
        Bounded([
            .. plan
                .Actions.Where(pair => ActionTable.NeedOf(pair.Action) == ExitCode.PersonNeeded)
                .OrderBy(pair => pair.Action.Type)
                .Select(pair => Problem(pair.Client, pair.Action)),
        ]);

    internal static Notice Problem(ClientPlan client, PlanAction action)
    {
        var name = NextStep.Name(action, client.Slug);
        var words = ActionDescriptions.For(action, LocalTimes.Zone(client.Zone));
        var step = NextStep.For(action, client.Slug);
        return new Notice(ProblemEvent, Plain($"Galley needs you. {name}: {words}.{(step is null ? "" : $"\n{step}")}"))
        {
            Client = client.Slug,
            Object = name,
            Problem = ActionTable.For(action.Type).Name,
        };
    }

    /// <summary>Of a run that ended before it had a result, or could not read all.</summary>
    /// <param name="run">apply, refresh.</param>
    public static Notice Failure(string run, string error) =>
        new(ProblemEvent, Plain($"Galley: {run} failed. {error}"));

    /// <summary>Null where nothing was sent and nothing went wrong: most runs of a schedule.</summary>
    public static Notice? Result(ApplyResult result) =>
        IsNews(result)
            ? new Notice(
                ResultEvent,
                Plain(string.Join('\n', [$"Galley: {ApplyResultText.Totals(result)}", .. Lines(result)]))
            )
            : null;

    /// <summary>The first of them, and then how many more there are.</summary>
    internal static ImmutableArray<Notice> Bounded(ImmutableArray<Notice> notices) =>
        notices.Length <= MostProblems
            ? notices
            :
            [
                .. notices.Take(MostProblems - 1),
                new Notice(
                    ProblemEvent,
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Galley: {notices.Length - MostProblems + 1:N0} more need you. `galley plan` lists them."
                    )
                ),
            ];

    private static bool IsNews(ApplyResult result) =>
        result.Done.Length + result.Failed.Length + NewDoubts(result).Count() + result.Unrecorded.Length > 0
        || result.Error is not null;

    private static IEnumerable<string> Lines(ApplyResult result)
    {
        if (result.Error is { } error)
        {
            yield return $"The run stopped: {error}";
        }

        ApplyItem[] named = [.. result.Failed, .. NewDoubts(result), .. result.Done];
        foreach (var item in named.Take(MostItems))
        {
            yield return $"• {item.Name}: {item.Sentence}";
        }

        if (named.Length > MostItems)
        {
            yield return $"• … and {(named.Length - MostItems).ToString("N0", CultureInfo.InvariantCulture)} more.";
        }
    }

    /// <summary>An older doubt was told by the run that left it.</summary>
    private static IEnumerable<ApplyItem> NewDoubts(ApplyResult result) =>
        result.InDoubt.Where(item => item.Action != ActionTable.For(ActionType.InDoubt).Name);

    /// <summary>In Slack, <c>&lt;!channel&gt;</c> would call everybody, and <c>&lt;…|…&gt;</c> is a link.</summary>
    private static string Plain(string text)
    {
        var plain = string.Join('\n', VisibleText.Lines(text)).Replace('<', '‹').Replace('>', '›');
        var end = char.IsHighSurrogate(plain.ElementAtOrDefault(LongestText - 1)) ? LongestText - 1 : LongestText;
        return plain.Length <= LongestText ? plain : $"{plain[..end]}…";
    }
}
