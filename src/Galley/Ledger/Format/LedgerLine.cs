using System.Text.Json.Serialization;

namespace Galley.Ledger.Format;

/// <summary>All members that a line can have, in the order in which they are written (schemas/ledger-event.schema.json).</summary>
internal sealed record LedgerLine
{
    public string? Id { get; init; }
    public string? Event { get; init; }
    public string? At { get; init; }
    public string? Run { get; init; }
    public string? Commit { get; init; }
    public string? Slug { get; init; }
    public string? Kind { get; init; }
    public string? Key { get; init; }
    public string? From { get; init; }
    public string? ObjectId { get; init; }
    public int? Status { get; init; }
    public string? Message { get; init; }
    public string? Reason { get; init; }
    public string? RequestId { get; init; }
    public string? SendBefore { get; init; }
    public string? Intent { get; init; }
    public string? Code { get; init; }
    public string? ApprovalCode { get; init; }
    public string? By { get; init; }
    public LedgerLinePayload? Payload { get; init; }
    public bool? Recreate { get; init; }
    public string? File { get; init; }

    [JsonPropertyName("sha256")]
    public string? Sha256 { get; init; }

    public string? ContentType { get; init; }
    public long? Size { get; init; }
    public string? PublicUrl { get; init; }

    /// <summary>Only in an unrecorded line, which stands in no file that would tell.</summary>
    public string? Account { get; init; }
}

internal sealed record LedgerLinePayload
{
    public string? Canonical { get; init; }
    public string? Wire { get; init; }

    [JsonPropertyName("sha256")]
    public string? Sha256 { get; init; }

    public string? Code { get; init; }
}
