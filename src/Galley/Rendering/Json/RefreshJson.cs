using Galley.Live;
using Galley.Planning;
using Galley.Rendering.Json.Documents;
using Galley.Rendering.Text;

namespace Galley.Rendering.Json;

/// <summary>A refresh for programs: <c>read</c> objects with their state and URL, what <c>needs_person</c>, what <c>failed</c>.</summary>
public static class RefreshJson
{
    /// <param name="plan">Made with the refresh's readings.</param>
    public static string Write(Plan plan, LiveReport report) =>
        RenderingJson.Write(
            new RefreshDocument(
                plan.Now,
                report.Readings.Select(found => new ReadDocument(
                    found.Asked.Client.Slug,
                    found.Known.Kind,
                    found.Known.Key,
                    found.Known.Id,
                    found.Reading is not LiveReading.Missing,
                    (found.Reading as LiveReading.OfPost)?.Engagement.PublishedUrl
                )),
                plan.Actions.Where(pair => RefreshText.NeedsPerson(pair.Action))
                    .Select(pair => new NeedDocument(
                        pair.Client.Slug,
                        pair.Action.Kind,
                        pair.Action.Key,
                        pair.Action.Type,
                        pair.Action.Detail,
                        NextStep.For(pair.Action, pair.Client.Slug)
                    )),
                report.Failures
            ),
            RenderingJson.Default.RefreshDocument
        );
}
