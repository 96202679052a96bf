using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Payloads;

namespace Galley.Ledger.Metrics;

/// <summary>All members that a metrics line can have, in the order in which they are written (schemas/metrics-line.schema.json).</summary>
internal sealed record MetricsRecord
{
    public string? At { get; init; }
    public string? Slug { get; init; }
    public string? Kind { get; init; }
    public string? Key { get; init; }
    public string? Id { get; init; }
    public string? PublishedUrl { get; init; }
    public PostMetrics? Post { get; init; }
    public LeadMagnetMetrics? LeadMagnet { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(MetricsRecord))]
internal sealed partial class MetricsJson : JsonSerializerContext;

/// <summary>A metrics file's lines as JSON, and back. Members that a newer Galley adds are passed over.</summary>
internal static class MetricsFormat
{
    public static byte[] Write(IEnumerable<MetricsLine> lines) =>
        [
            .. lines.SelectMany(line =>
                JsonSerializer.SerializeToUtf8Bytes(Record(line), MetricsJson.Default.MetricsRecord).Append((byte)'\n')
            ),
        ];

    /// <summary>The end of the last whole line: what stands behind it was never finished.</summary>
    public static int WholeLength(byte[] bytes) => Array.LastIndexOf(bytes, (byte)'\n') + 1;

    public static ImmutableArray<MetricsLine> Read(byte[] bytes, string name)
    {
        var lines = ImmutableArray.CreateBuilder<MetricsLine>();
        var whole = WholeLength(bytes);
        for (int start = 0, end; start < whole; start = end + 1)
        {
            end = Array.IndexOf(bytes, (byte)'\n', start);
            lines.Add(
                Line(bytes.AsSpan(start, end - start))
                    ?? throw new LedgerDamagedException(name, lines.Count + 1, "this line is not as Galley writes it")
            );
        }

        return lines.ToImmutable();
    }

    private static MetricsRecord Record(MetricsLine line) =>
        new()
        {
            At = UtcTime.Write(line.At),
            Slug = line.Slug,
            Kind = ContentKind.For(line.Kind).Name,
            Key = line.Key,
            Id = line.Id,
            PublishedUrl = line.PublishedUrl,
            Post = line.Post,
            LeadMagnet = line.LeadMagnet,
        };

    private static MetricsLine? Line(ReadOnlySpan<byte> json)
    {
        try
        {
            return
                JsonSerializer.Deserialize(json, MetricsJson.Default.MetricsRecord)
                    is { At: { } time, Slug: { } slug, Kind: { } name, Key: { } key, Id: { } id } record
                && UtcTime.Parse(time) is { } at
                && ContentKind.Parse(name) is { } kind
                ? new MetricsLine(at, slug, kind, key, id)
                {
                    PublishedUrl = record.PublishedUrl,
                    Post = record.Post,
                    LeadMagnet = record.LeadMagnet,
                }
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
