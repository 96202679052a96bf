using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Galley.Sandbox.Responses;

/// <summary>How the sandbox writes JSON: field names as they stand in the code or in snake case, times in UTC with milliseconds.</summary>
internal static class Wire
{
    public static JsonSerializerOptions Json { get; } = Make(JsonUnmappedMemberHandling.Skip);

    /// <summary>For files that people write: an unknown field is an error.</summary>
    public static JsonSerializerOptions Strict { get; } = Make(JsonUnmappedMemberHandling.Disallow);

    public static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string? Time(DateTimeOffset? time) => time is { } known ? Time(known) : null;

    private static JsonSerializerOptions Make(JsonUnmappedMemberHandling unknown) =>
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
            UnmappedMemberHandling = unknown,
            Converters = { new TimeConverter() },
        };

    private sealed class TimeConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) =>
            reader.GetDateTimeOffset();

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(Time(value));
    }
}
