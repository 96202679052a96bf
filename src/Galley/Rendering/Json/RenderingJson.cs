using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Galley.Planning;
using Galley.Rendering.Json.Converters;
using Galley.Rendering.Json.Documents;

namespace Galley.Rendering.Json;

/// <summary>All JSON that this library writes for others to read. Names and order are a contract with programs.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    Converters = [
        typeof(InstantConverter),
        typeof(KindConverter),
        typeof(SeverityConverter),
        typeof(ActionTypeConverter),
        typeof(FieldChangeConverter),
    ]
)]
[JsonSerializable(typeof(PlanDocument))]
[JsonSerializable(typeof(PlanReportDocument))]
[JsonSerializable(typeof(DiagnosticsDocument))]
[JsonSerializable(typeof(ApplyResultDocument))]
[JsonSerializable(typeof(RefreshDocument))]
[JsonSerializable(typeof(ReportDocument))]
[JsonSerializable(typeof(IssueStateDocument))]
internal sealed partial class RenderingJson : JsonSerializerContext
{
    private static readonly JsonWriterOptions Pages = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Indented, with a line's end, as a file or on stdout.</summary>
    public static string Write<T>(T value, JsonTypeInfo<T> type)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Pages))
        {
            JsonSerializer.Serialize(json, value, type);
        }

        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length) + "\n";
    }

    /// <exception cref="GalleyException">With <paramref name="refusal"/>: it is not what <see cref="Write"/> wrote.</exception>
    public static TValue Read<TDocument, TValue>(
        string json,
        string refusal,
        JsonTypeInfo<TDocument> type,
        Func<TDocument, TValue> value
    )
        where TDocument : class =>
        SavedFile.Read(json, refusal, root => value(root.Deserialize(type) ?? throw new FormatException()));
}
