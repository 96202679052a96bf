using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Diagnostics;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Responses;

/// <summary>Posts and lead magnets as lists and single reads show them.</summary>
internal static class LiveResponses
{
    /// <summary>An item of a list. Never null: one that can't be used says why.</summary>
    public static LiveItem Item(JsonElement item, Kind kind) =>
        item.Text("id") switch
        {
            null => new LiveItem(Nameless(item, kind), "an entry without an id"),
            { } id when ApiId.IsId(id) => new LiveItem(new LiveObject(kind, id, Copy(item)), null),
            _ => new LiveItem(Nameless(item, kind), "an entry whose id can't be used"),
        };

    private static LiveObject? Nameless(JsonElement item, Kind kind) =>
        item.ValueKind == JsonValueKind.Object ? new LiveObject(kind, "", Copy(item)) : null;

    /// <summary>
    /// The object of that id. Create answers hold a lead magnet below its own name, so that place is looked at, too: only the id
    /// decides.
    /// </summary>
    public static LiveObject? Single(JsonElement root, Kind kind, string id)
    {
        var data = root.Object("data");
        JsonElement?[] places = [data, data?.Object(ContentKind.For(kind).ApiName)];
        return places.FirstOrDefault(place => place?.Text("id") == id) is { } found
            ? new LiveObject(kind, id, Copy(found))
            : null;
    }

    /// <summary>
    /// Read whole and at once: a JsonObject over the answer would decode late, and throw where a name comes twice or a text is
    /// broken. Here the last of two counts, and a broken text says nothing.
    /// </summary>
    private static JsonObject Copy(JsonElement element)
    {
        var copy = new JsonObject();
        foreach (var property in element.EnumerateObject())
        {
            if (Fields.Sound(() => property.Name) is { } name && TryCopy(property.Value, out var value))
            {
                copy[name] = value;
            }
        }

        return copy;
    }

    private static bool TryCopy(JsonElement element, out JsonNode? copy)
    {
        copy = element.ValueKind switch
        {
            JsonValueKind.Object => Copy(element),
            JsonValueKind.Array => new JsonArray([.. element.EnumerateArray().Select(CopyOrNull)]),
            JsonValueKind.String => element.Text() is { } text ? JsonValue.Create(text) : null,
            JsonValueKind.Number => JsonValue.Create(element.Clone()),
            JsonValueKind.True => JsonValue.Create(true),
            JsonValueKind.False => JsonValue.Create(false),
            _ => null,
        };
        return copy is not null || element.ValueKind == JsonValueKind.Null;
    }

    private static JsonNode? CopyOrNull(JsonElement element) => TryCopy(element, out var copy) ? copy : null;
}
