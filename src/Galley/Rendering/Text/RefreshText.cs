using System.Globalization;
using System.Text;
using Galley.Api;
using Galley.Live;
using Galley.Planning;

namespace Galley.Rendering.Text;

/// <summary>A refresh as plain lines: what LinkedIn shows, then what needs a person, then how much was read.</summary>
public static class RefreshText
{
    /// <param name="plan">Made with the refresh's readings.</param>
    public static string Write(Plan plan, LiveReport report)
    {
        var text = new StringBuilder();
        foreach (var asked in report.Clients)
        {
            WritePublished(text, asked);
        }

        var urgent = plan with
        {
            Clients =
            [
                .. plan.Clients.Select(client => client with { Actions = [.. client.Actions.Where(NeedsPerson)] }),
            ],
        };
        if (urgent.Actions.Any())
        {
            text.Append(PlanText.Write(urgent).Replace("Plan: ", "Needs you: ", StringComparison.Ordinal));
        }
        else
        {
            text.Append("Nothing needs you.\n");
        }

        return text.Append(Totals(report)).Append('\n').ToString();
    }

    internal static bool NeedsPerson(PlanAction action) => ActionTable.NeedOf(action) == ExitCode.PersonNeeded;

    private static void WritePublished(StringBuilder text, ClientReadings asked)
    {
        var published = asked
            .Live.Readings.Where(reading => reading.Value is LiveReading.OfPost { Engagement.PublishedUrl: not null })
            .Select(reading => (reading.Key.Key, ((LiveReading.OfPost)reading.Value).Engagement))
            .OrderBy(post => post.Key, StringComparer.Ordinal)
            .ToList();
        if (published.Count == 0)
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{asked.Client.Name} ({asked.Client.Slug})\n  Published\n");
        foreach (var (key, post) in published)
        {
            text.Append(
                CultureInfo.InvariantCulture,
                $"    {key}  {VisibleText.From(post.PublishedUrl!)}{Figures(post.Metrics)}\n"
            );
        }

        text.Append('\n');
    }

    private static string Figures(PostMetrics? metrics) =>
        metrics is null
            ? ""
            : $"\n        {Count(metrics.Impressions, "impression")}, {Count(metrics.Reactions, "reaction")}, "
                + $"{Count(metrics.Comments, "comment")}, {Count(metrics.Reposts, "repost")}";

    private static string Count(long? count, string word) => Plural.Format(count ?? 0, word);

    /// <summary>One line: how much was read.</summary>
    internal static string Totals(LiveReport report)
    {
        var listed = report.Clients.Sum(asked => asked.Live.Objects.Count);
        var read = report.Readings.Count();
        var published = report.Readings.Count(found =>
            found.Reading is LiveReading.OfPost { Engagement.PublishedUrl: not null }
        );
        var failed = report.Failures.IsEmpty
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"; {report.Failures.Length:N0} could not be read");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Listed {Plural.Format(listed, "post or lead magnet", "posts and lead magnets")}. "
                + $"Read the figures of {read:N0}, {published:N0} of them published{failed}."
        );
    }
}
