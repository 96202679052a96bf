using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Galley.Diagnostics;
using Galley.Payloads;
using Galley.Planning;

namespace Galley.Rendering.Json;

/// <summary>plan.json, as schemas/plan.schema.json describes it.</summary>
public static class PlanJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(Plan plan)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            WritePlan(json, plan);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void WritePlan(Utf8JsonWriter json, Plan plan)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteString("digest", plan.Digest);
        json.WriteStartObject("ledger");
        json.WriteString("id", plan.LedgerId);
        json.WriteEndObject();
        if (plan.Shard is { } shard)
        {
            json.WriteString("shard", shard.ToString());
        }

        json.WriteString("now", UtcTime.Write(plan.Now));
        json.WriteStartArray("clients");
        foreach (var client in plan.Clients)
        {
            WriteClient(json, client);
        }

        json.WriteEndArray();
        json.WritePropertyName("diagnostics");
        DiagnosticJson.Array(plan.Diagnostics).WriteTo(json);
        json.WriteStartObject("totals");
        foreach (var row in ActionTable.Rows)
        {
            json.WriteNumber(row.Name, plan.Count(row.Type));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteClient(Utf8JsonWriter json, ClientPlan client)
    {
        json.WriteStartObject();
        json.WriteString("slug", client.Slug);
        json.WriteString("digest", client.Digest);
        json.WriteStartArray("actions");
        foreach (var action in client.Actions)
        {
            WriteAction(json, action);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteAction(Utf8JsonWriter json, PlanAction action)
    {
        json.WriteStartObject();
        json.WriteString("action", ActionTable.For(action.Type).Name);
        json.WriteString("kind", KindName.For(action.Kind));
        json.WriteString("key", action.Key);
        json.WriteString("path", action.Path);
        if (action.Line is { } line)
        {
            json.WriteNumber("line", line);
        }
        else
        {
            json.WriteNull("line");
        }

        json.WriteString("at", action.At is { } at ? UtcTime.Write(at) : null);
        json.WriteString("local_at", action.LocalAt);
        json.WriteString("opens_at", action.OpensAt is { } opensAt ? UtcTime.Write(opensAt) : null);
        json.WriteString("id", action.Id);
        if (action.PublishedUrl is { } url)
        {
            json.WriteString("published_url", url);
        }

        json.WriteString("code", action.Code);
        json.WriteString("payload_sha256", action.PayloadSha256);
        json.WriteString("since_base", action.SinceBase);
        json.WriteStartArray("changes");
        foreach (var change in action.Changes)
        {
            WriteChange(json, change);
        }

        json.WriteEndArray();
        json.WriteString("reason", action.Reason);
        json.WriteString("detail", action.Detail);
        json.WriteString("from", action.From);
        json.WriteEndObject();
    }

    private static void WriteChange(Utf8JsonWriter json, FieldChange change)
    {
        json.WriteStartObject();
        json.WriteString("field", change.Field);
        json.WriteString("before", change.Before);
        json.WriteString("after", change.After);
        json.WriteEndObject();
    }
}
