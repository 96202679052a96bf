using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Galley.Diagnostics;
using Galley.Payloads;

namespace Galley.Ledger.Live;

internal sealed record LiveFile(ImmutableArray<LiveFileList?> Lists, ImmutableArray<LiveFileObject?> Objects);

internal sealed record LiveFileList(string? Kind, string? At, bool Whole, string? WhyNot);

internal sealed record LiveFileObject(
    string? Kind,
    string? Id,
    string? At,
    int Events,
    bool? Missing,
    string? Changing,
    JsonObject? Fields
);

[JsonSerializable(typeof(LiveFile))]
internal sealed partial class LiveJson : JsonSerializerContext
{
    public static LiveJson File { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                WriteIndented = true,
                NewLine = "\n",
            }
        );
}

/// <summary>A live record as text (schemas/live.schema.json). Members that a newer Galley adds are passed over.</summary>
internal static class LiveFormat
{
    public static byte[] Write(LiveRecord record)
    {
        var file = new LiveFile(
            [
                .. record.Lists.Select(x => new LiveFileList(
                    ContentKind.For(x.Kind).Name,
                    UtcTime.Write(x.At),
                    x.IsWhole,
                    x.WhyNot
                )),
            ],
            [
                .. record.Objects.Select(x => new LiveFileObject(
                    ContentKind.For(x.Kind).Name,
                    x.Id,
                    UtcTime.Write(x.At),
                    x.Events,
                    x.IsMissing ? true : null,
                    x.ChangingRun,
                    x.Fields
                )),
            ]
        );
        return [.. JsonSerializer.SerializeToUtf8Bytes(file, LiveJson.File.LiveFile), (byte)'\n'];
    }

    /// <summary>Null for what can't be read: it decides nothing, and the next look writes it anew.</summary>
    public static LiveRecord? Read(byte[] bytes)
    {
        try
        {
            return
                JsonSerializer.Deserialize(bytes, LiveJson.File.LiveFile)
                    is { Lists.IsDefault: false, Objects.IsDefault: false } file
                ? new LiveRecord([.. file.Lists.Select(List)], [.. file.Objects.Select(Object)])
                : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or FormatException)
        {
            return null;
        }
    }

    private static ListRecord List(LiveFileList? x) =>
        x is null ? throw new FormatException() : new ListRecord(Kind(x.Kind), Time(x.At), x.Whole, x.WhyNot);

    private static ObjectRecord Object(LiveFileObject? x) =>
        x is { Id: { } id }
            ? new ObjectRecord(Kind(x.Kind), id, Time(x.At), x.Fields) { Events = x.Events, ChangingRun = x.Changing }
            : throw new FormatException();

    private static Kind Kind(string? name) => ContentKind.Parse(name ?? "") ?? throw new FormatException();

    private static NodaTime.Instant Time(string? text) => UtcTime.Parse(text ?? "") ?? throw new FormatException();
}
