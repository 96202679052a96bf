using System.Text.RegularExpressions;
using Galley.Planning;
using Galley.Resolutions;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>What comments say of one object beside its words: its name, and when and under which code it goes.</summary>
internal static partial class ActionFacts
{
    public static string Name(ClientPlan client, PlanAction action) =>
        $"{ActionDescriptions.KindOf(action)} {SafeMarkdown.Inline($"{client.Slug}/{action.Key}")}";

    public static IEnumerable<string> For(ClientPlan client, PlanAction action, Instant now)
    {
        if (action.At is { } at)
        {
            yield return LocalTimes.InCityAndUtc(at, LocalTimes.Zone(client.Zone), now);
        }

        if (action.Code is { } code)
        {
            yield return $"code **{SafeMarkdown.Inline(code, 20)}**";
        }
    }

    /// <summary>Under a comment, a person answers instead of typing in a terminal.</summary>
    public static string AsAnswer(string step) =>
        ResolutionParser.Forms.Keys.Aggregate(Pull().Replace(step, PullWorkflow), (text, verb) =>
            text.Replace($"`galley {verb} ", $"`/galley {verb} ", StringComparison.Ordinal)
        );

    /// <summary>It writes a file, which no comment can: a workflow does, and opens a pull request.</summary>
    private const string PullWorkflow =
        "Actions, pull, Run workflow, with client `${client}`, kind `${kind}`, key `${key}`";

    [GeneratedRegex(@"`galley pull (?<kind>[a-z-]+) (?<client>[^/`\s]+)/(?<key>[^`\s]+)`")]
    private static partial Regex Pull();
}
