using System.Collections.Immutable;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Galley.LeadPanther.Responses;

/// <summary>Reads an answer's fields: what is absent, null or of another type is null, and unknown fields are ignored.</summary>
internal static class Fields
{
    public static JsonElement? Child(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object
        && Sound(() => Property(element, name)) is { ValueKind: not JsonValueKind.Null } child
            ? child
            : null;

    public static JsonElement? Object(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Object } child ? child : null;

    public static string? Text(this JsonElement element, string name) => element.Child(name)?.Text();

    public static string? Text(this JsonElement element) =>
        element.ValueKind == JsonValueKind.String ? Sound(element.GetString) : null;

    public static bool? Flag(this JsonElement element, string name) =>
        element.Child(name)?.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => null,
        };

    public static long? Count(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var count)
            ? count
            : null;

    public static double? Number(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Number } number && number.TryGetDouble(out var value)
            ? value
            : null;

    public static Instant? Time(this JsonElement element, string name) =>
        element.Text(name) is { } text && OffsetDateTimePattern.ExtendedIso.Parse(text) is { Success: true } parsed
            ? parsed.Value.ToInstant()
            : null;

    public static ImmutableArray<string> Texts(this JsonElement element, string name) =>
        element.Child(name) is { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(item => item.Text()).OfType<string>()]
            : [];

    private static JsonElement? Property(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value : null;

    // JSON is decoded late: broken UTF-8 and half a surrogate pair come to light only here.
    public static T? Sound<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException)
        {
            return default;
        }
    }
}
