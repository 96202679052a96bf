using System.Text.Json;
using Galley.Diagnostics;
using NodaTime;
using NodaTime.Text;

namespace Galley.Planning;

/// <summary>
/// JSON of version 1 that an earlier run saved, and the readers of its fields: what is needed and not there makes it
/// no file of ours.
/// </summary>
internal static class SavedFile
{
    /// <param name="refusal">What is said, in a sentence, of a file that is none of ours.</param>
    public static T Read<T>(string json, string refusal, Func<JsonElement, T> read)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            if (document.RootElement.GetProperty("version").GetInt32() != 1)
            {
                throw new FormatException();
            }

            return HasNullInAList(document.RootElement) ? throw new FormatException() : read(document.RootElement);
        }
        catch (Exception wrong)
            when (wrong
                    is JsonException
                        or KeyNotFoundException
                        or InvalidOperationException
                        or FormatException
                        or UnparsableValueException
            )
        {
            throw new GalleyException(refusal);
        }
    }

    /// <summary>No list of ours has one, and types do not keep it out.</summary>
    private static bool HasNullInAList(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element
                .EnumerateArray()
                .Any(item => item.ValueKind == JsonValueKind.Null || HasNullInAList(item)),
            JsonValueKind.Object => element.EnumerateObject().Any(member => HasNullInAList(member.Value)),
            _ => false,
        };

    public static IEnumerable<JsonElement> List(this JsonElement from, string name) =>
        from.GetProperty(name).EnumerateArray();

    public static string? Text(this JsonElement from, string name) =>
        from.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static string Needed(this JsonElement from, string name) => from.Text(name) ?? throw new FormatException();

    public static Kind Kind(this JsonElement from) =>
        ContentKind.Parse(from.Needed("kind")) ?? throw new FormatException();

    public static Instant? Time(this JsonElement from, string name) =>
        from.Text(name) is { } text ? InstantPattern.ExtendedIso.Parse(text).Value : null;
}
