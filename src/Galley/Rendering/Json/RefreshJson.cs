using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Galley.Diagnostics;
using Galley.Live;
using Galley.Payloads;
using Galley.Planning;
using Galley.Rendering.Text;

namespace Galley.Rendering.Json;

/// <summary>A refresh for programs: <c>read</c> objects with their state and URL, what <c>needs_person</c>, what <c>failed</c>.</summary>
public static class RefreshJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="plan">Made with the refresh's readings.</param>
    public static string Write(Plan plan, LiveReport report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            WriteRefresh(json, plan, report);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WriteRefresh(Utf8JsonWriter json, Plan plan, LiveReport report)
    {
        json.WriteStartObject();
        json.WriteString("now", UtcTime.Write(plan.Now));
        json.WriteStartArray("read");
        foreach (var (asked, ledgerObject, reading) in report.Readings)
        {
            WriteName(json, asked.Client.Slug, ledgerObject.Kind, ledgerObject.Key);
            json.WriteString("id", ledgerObject.Id);
            json.WriteBoolean("found", reading is not LiveReading.Missing);
            json.WriteString("published_url", (reading as LiveReading.OfPost)?.Engagement.PublishedUrl);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("needs_person");
        foreach (var (client, action) in plan.Actions.Where(pair => RefreshText.NeedsPerson(pair.Action)))
        {
            WriteName(json, client.Slug, action.Kind, action.Key);
            json.WriteString("action", ActionTable.For(action.Type).Name);
            json.WriteString("detail", action.Detail);
            json.WriteString("next", NextStep.For(action, client.Slug));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("failed");
        foreach (var failure in report.Failures)
        {
            json.WriteStringValue(failure);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteName(Utf8JsonWriter json, string slug, Kind kind, string key)
    {
        json.WriteStartObject();
        json.WriteString("client", slug);
        json.WriteString("kind", KindName.For(kind));
        json.WriteString("key", key);
    }
}
