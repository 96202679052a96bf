using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Cli.Output;

/// <summary>
/// <c>ledger show</c> and <c>ledger verify</c> as JSON: <c>ledger_id, api, whole, files[{account, name, events, torn_bytes, damage, objects[{kind, key, state, id}]}]</c>.
/// </summary>
internal static class LedgerJsonPrinter
{
    /// <param name="withObjects">Whether each file lists its objects.</param>
    public static void Write(TextWriter writer, LedgerInspection ledger, bool withObjects) =>
        JsonPrinter.WriteObject(writer, json =>
        {
            json.WriteString("ledger_id", ledger.Header.LedgerId);
            json.WriteString("api", ledger.Header.Api);
            json.WriteBoolean("whole", ledger.IsWhole);
            json.WriteStartArray("files");
            foreach (var file in ledger.Files)
            {
                json.WriteStartObject();
                json.WriteString("account", file.Account);
                json.WriteString("name", file.Name);
                json.WriteNumber("events", file.Events.Count);
                json.WriteNumber("torn_bytes", file.Torn);
                json.WriteString("damage", file.Damage?.Message);
                if (withObjects)
                {
                    Objects(json, file.State);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
        });

    public static string Describe(ObjectState state) =>
        state switch
        {
            ObjectState.NotSent => "not sent",
            ObjectState.Open => "in doubt",
            ObjectState.Live => "live",
            ObjectState.Retired => "retired",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };

    private static void Objects(System.Text.Json.Utf8JsonWriter json, ClientLedger ledger)
    {
        json.WriteStartArray("objects");
        foreach (
            var ledgerObject in ledger
                .Objects.Values.OrderBy(ledgerObject => ledgerObject.Kind)
                .ThenBy(ledgerObject => ledgerObject.Key, StringComparer.Ordinal)
        )
        {
            json.WriteStartObject();
            json.WriteString("kind", KindName.For(ledgerObject.Kind));
            json.WriteString("key", ledgerObject.Key);
            json.WriteString("state", Describe(ledgerObject.State).Replace(' ', '-'));
            json.WriteString("id", ledgerObject.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
