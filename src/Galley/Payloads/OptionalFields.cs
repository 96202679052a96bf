using System.Text.Json.Nodes;

namespace Galley.Payloads;

internal static class OptionalFields
{
    /// <summary>Adds a field that has a value: one that the author left out is absent, not null.</summary>
    public static void AddGiven(this JsonObject fields, string name, JsonNode? value)
    {
        if (value is not null)
        {
            fields[name] = value;
        }
    }
}
