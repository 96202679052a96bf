using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Payloads;

namespace Galley.Rendering.Json;

/// <summary>An apply's result for programs: what <c>--out</c> and <c>--format json</c> give.</summary>
public static class ApplyResultJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(ApplyResult result)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Options))
        {
            Write(json, result);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    private static void Write(Utf8JsonWriter json, ApplyResult result)
    {
        json.WriteStartObject();
        json.WriteNumber("version", 1);
        json.WriteNumber("exit_code", (int)result.ExitCode);
        json.WriteString("error", result.Error);
        json.WriteBoolean("refused", result.IsRefusal);
        foreach (var (name, items) in Lists(result))
        {
            WriteItems(json, name, items);
        }

        WriteTexts(json, "unrecorded", result.Unrecorded);
        json.WriteNumber("by_hand", result.ByHand);
        json.WriteString("next_run", result.Next?.OpensAt is { } next ? UtcTime.Write(next) : null);
        WriteTexts(json, "warnings", result.Warnings);
        json.WriteEndObject();
    }

    private static (string Name, IEnumerable<ApplyItem> Items)[] Lists(ApplyResult result) =>
        [
            ("done", result.Done),
            ("failed", result.Failed),
            ("in_doubt", result.InDoubt),
            ("held", result.Held),
            ("not_started", result.NotStarted),
            ("waiting", result.Waiting),
        ];

    private static void WriteItems(Utf8JsonWriter json, string name, IEnumerable<ApplyItem> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            WriteItem(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteItem(Utf8JsonWriter json, ApplyItem item)
    {
        json.WriteStartObject();
        json.WriteString("kind", KindName.For(item.Kind));
        json.WriteString("client", item.Client);
        json.WriteString("key", item.Key);
        json.WriteString("id", item.Id);
        json.WriteString("code", item.Code);
        json.WriteString("reason", item.Reason);
        json.WriteString("sentence", item.Sentence);
        json.WriteString("request_id", item.RequestId);
        json.WriteString("opens_at", item.OpensAt is { } opens ? UtcTime.Write(opens) : null);
        json.WriteString("zone", item.Zone);
        json.WriteEndObject();
    }

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
