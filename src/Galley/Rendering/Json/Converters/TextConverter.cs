using System.Text.Json;
using System.Text.Json.Serialization;

namespace Galley.Rendering.Json.Converters;

/// <summary>A value that JSON holds as one of our own names or forms.</summary>
internal abstract class TextConverter<T>(Func<T, string> write, Func<string, T?> read) : JsonConverter<T>
    where T : struct
{
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(write(value));

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        read(reader.GetString() ?? "") ?? throw new JsonException();
}
