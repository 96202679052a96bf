using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using NodaTime;

namespace Galley.Planning;

/// <summary>One post or lead magnet that has a file, with what it would say if it were sent now.</summary>
internal sealed record DesiredObject(Kind Kind, string Key, ISourceMap SourceMap, MovedFrom? MovedFrom, Payload Payload)
{
    public ObjectKey ObjectKey => new(Kind, Key);

    /// <summary>Null for another kind.</summary>
    public Post? Post { get; init; }

    /// <summary>Null when the ledger knows nothing of the key.</summary>
    public LedgerObject? LedgerObject { get; init; }

    public Instant? At => Post?.ScheduledAt;

    /// <summary>Free to be created, as far as its key goes.</summary>
    public bool IsNew => LedgerObject is null or { State: ObjectState.NotSent };

    /// <summary>LeadPanther has an object under its key, and the file says something else now.</summary>
    public bool IsChanged =>
        LedgerObject is { State: ObjectState.Live } own && !new RecordedObject(own).Payload.SaysTheSameAs(Payload);

    /// <summary>The approval of exactly this text that the ledger holds; null for none.</summary>
    public Approved? Approval { get; init; }

    /// <summary>The ledger has an approval of what the file says now, or the file names its code.</summary>
    public bool IsApproved =>
        Approval is not null || Post?.Approved is { } typed && PayloadCode.Approves(Payload.ApprovalCode, typed);
}
