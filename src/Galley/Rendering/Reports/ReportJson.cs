using System.Text;
using System.Text.Json;
using Galley.Reporting;

namespace Galley.Rendering.Reports;

/// <summary>The totals for programs; the rows are in the CSV files.</summary>
public static class ReportJson
{
    public static string Write(Report report)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("from", ReportSpan.Iso(report.Span.From));
            json.WriteString("to", ReportSpan.Iso(report.Span.To));
            json.WriteStartArray("clients");
            foreach (var client in report.Clients)
            {
                Write(json, client);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ClientReport client)
    {
        json.WriteStartObject();
        json.WriteString("client", client.Slug);
        json.WriteNumber("posts_out", client.PostsOut);
        json.WriteNumber("posts_without_figures", client.PostsWithout.Length);
        json.WriteNumber("lead_magnets_without_figures", client.LeadMagnetsWithout.Length);
        json.WriteBoolean("to_date", client.Totals.IsToDate);
        Write(json, "totals", client.Totals);
        Write(json, "before", client.Before);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, string name, MetricTotals? totals)
    {
        if (totals is null)
        {
            json.WriteNull(name);
            return;
        }

        json.WriteStartObject(name);
        foreach (var metric in Metric.OfPosts.Concat(Metric.OfLeadMagnets))
        {
            if (totals[metric] is { } count)
            {
                json.WriteNumber(metric.Name, count);
            }
        }

        json.WriteEndObject();
    }
}
