using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>One post or lead magnet that has a file, with what it would say if it were sent now.</summary>
internal sealed record DesiredObject(Kind Kind, string Key, ISourceMap SourceMap, MovedFrom? MovedFrom, Payload Payload)
{
    /// <summary>Null for a lead magnet.</summary>
    public Post? Post { get; init; }

    /// <summary>Null when the ledger knows nothing of the key.</summary>
    public LedgerObject? LedgerObject { get; init; }

    public Instant? At => Post?.ScheduledAt;

    /// <summary>Free to be created, as far as its key goes.</summary>
    public bool IsNew => LedgerObject is null or { State: ObjectState.NotSent };

    /// <summary>The file names the approval code of what it says now.</summary>
    public bool IsApproved => Post?.Approved is { } typed && PayloadCode.Approves(Payload.ApprovalCode, typed);
}
