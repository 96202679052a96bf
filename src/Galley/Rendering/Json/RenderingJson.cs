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
        using var text = new StringWriter();
        Write(text, value, type);
        return text.ToString();
    }

    /// <summary>The same piece by piece: nothing of it is held but what is being written.</summary>
    public static void Write<T>(TextWriter to, T value, JsonTypeInfo<T> type)
    {
        using (var json = new Utf8JsonWriter(new TextBuffer(to), Pages))
        {
            JsonSerializer.Serialize(json, value, type);
        }

        to.Write('\n');
    }

    /// <exception cref="GalleyException">With <paramref name="refusal"/>: no version of this wrote it.</exception>
    public static TValue Read<TDocument, TValue>(
        string json,
        string refusal,
        JsonTypeInfo<TDocument> type,
        Func<TDocument, TValue> value
    )
        where TDocument : class =>
        SavedFile.Read(json, refusal, root => value(root.Deserialize(type) ?? throw new FormatException()));
}
