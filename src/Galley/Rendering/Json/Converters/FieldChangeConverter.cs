using System.Text.Json;
using System.Text.Json.Serialization;
using Galley.Planning;

namespace Galley.Rendering.Json.Converters;

/// <summary>A change has <c>there</c> only where LeadPanther shows something else than was sent; null is something else, too.</summary>
internal sealed class FieldChangeConverter : JsonConverter<FieldChange>
{
    public override void Write(Utf8JsonWriter writer, FieldChange value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WriteString("field", value.Field);
        writer.WriteString("before", value.Before);
        writer.WriteString("after", value.After);
        if (value.IsDrift)
        {
            writer.WriteString("there", value.There);
        }

        writer.WriteEndObject();
    }

    public override FieldChange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var change = JsonElement.ParseValue(ref reader);
        return new FieldChange(change.Needed("field"), change.Text("before"), change.Text("after"))
        {
            IsDrift = change.TryGetProperty("there", out _),
            There = change.Text("there"),
        };
    }
}
