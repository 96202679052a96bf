using Galley.Diagnostics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Ledger.Events;

/// <summary>When and by whom an event was written. The ledger stamps it on append.</summary>
/// <param name="Id">Random run id, <c>-</c>, counter: unique in all ledgers, and how an unclear push is settled.</param>
/// <param name="Run">The random run id alone.</param>
/// <param name="Commit">The content's commit, where there is one.</param>
public sealed record Stamp(string Id, Instant At, string Run, string? Commit);

/// <summary>One line of a client's ledger file. The set is closed; the fold switches over all of it.</summary>
public abstract record LedgerEvent(string Slug)
{
    /// <summary>Null until appended.</summary>
    public Stamp? Stamp { get; init; }
}

/// <summary>An event about one post or lead magnet.</summary>
public abstract record ObjectEvent(string Slug, Kind Kind, string Key) : LedgerEvent(Slug);

/// <summary>An event that ends an intent.</summary>
public abstract record IntentEnd(string Slug, Kind Kind, string Key) : ObjectEvent(Slug, Kind, Key)
{
    /// <summary>The id of the <see cref="Intended"/> that it ends. Null in lines that Galley 0.1 wrote: then the last one.</summary>
    public string? Intent { get; init; }
}

/// <summary>
/// A create is about to be sent. In doubt until one of released, created, rejected, sent, not-sent, found, absent follows.
/// </summary>
/// <param name="SendBefore">The run never starts the send after this instant.</param>
public sealed record Intended(string Slug, Kind Kind, string Key, Payload Payload, Instant SendBefore)
    : ObjectEvent(Slug, Kind, Key);

/// <summary>Nothing was sent, or the API refused to look at it (connect failure, 429, cancelled, too late).</summary>
public sealed record Released(string Slug, Kind Kind, string Key, string Reason) : IntentEnd(Slug, Kind, Key);

public sealed record Created(string Slug, Kind Kind, string Key, string Id, string? RequestId)
    : IntentEnd(Slug, Kind, Key);

/// <param name="Message">The API's own words, shortened, without secrets.</param>
public sealed record Rejected(string Slug, Kind Kind, string Key, int Status, string Message, string? RequestId)
    : IntentEnd(Slug, Kind, Key);

/// <summary>
/// The file of <paramref name="From"/> is now under <paramref name="Key"/>; nothing was sent. Where something is live or may have
/// been sent under that key already, the two exchange their keys, so that no move loses an id.
/// </summary>
public sealed record Moved(string Slug, Kind Kind, string Key, string From) : ObjectEvent(Slug, Kind, Key);

/// <summary>Made elsewhere; the file's present payload becomes its baseline.</summary>
public sealed record Adopted(string Slug, Kind Kind, string Key, string Id, Payload Payload)
    : ObjectEvent(Slug, Kind, Key)
{
    /// <summary>
    /// <c>pull</c> has just written the file, so no commit has it yet. The first apply that finds the file adopts it
    /// for good.
    /// </summary>
    public bool IsPulled { get; init; }
}

/// <summary>
/// A person did the hand work of exactly this payload. For a removal the payload is that of what was live; <see cref="Retired"/>
/// follows.
/// </summary>
public sealed record Done(string Slug, Kind Kind, string Key, Payload Payload) : ObjectEvent(Slug, Kind, Key);

/// <summary>The key is never created again; with <paramref name="Recreate"/> it is forgotten wholly and may be.</summary>
public sealed record Retired(string Slug, Kind Kind, string Key, bool Recreate = false) : ObjectEvent(Slug, Kind, Key);

/// <summary>A person's answer on a doubt: it was sent. The id may be unknown for a post.</summary>
public sealed record Sent(string Slug, Kind Kind, string Key, string? Id) : IntentEnd(Slug, Kind, Key);

/// <summary>A person's answer on a doubt: it was not sent.</summary>
public sealed record NotSent(string Slug, Kind Kind, string Key) : IntentEnd(Slug, Kind, Key);

/// <summary>
/// LeadPanther's list shows an object that nobody in the ledger has, with the same text and time: it is this one. Ends a
/// doubt, and opens what was never intended, too.
/// </summary>
public sealed record Found(string Slug, Kind Kind, string Key, string Id, Payload Payload) : IntentEnd(Slug, Kind, Key);

/// <summary>LeadPanther's list, whole and read long enough after the send, does not show it: it was not created.</summary>
public sealed record Absent(string Slug, Kind Kind, string Key) : IntentEnd(Slug, Kind, Key);

/// <summary>What LeadPanther holds was changed to this payload, and read back so.</summary>
public sealed record Updated(string Slug, Kind Kind, string Key, Payload Payload, string? RequestId)
    : ObjectEvent(Slug, Kind, Key)
{
    /// <summary>The id of what was changed: whatever its key is by now, the payload is its own. Null: that of the key.</summary>
    public string? Id { get; init; }
}

/// <summary>An event that says that an object is no longer in LeadPanther, and that its key is free again.</summary>
public abstract record Removal(string Slug, Kind Kind, string Key) : ObjectEvent(Slug, Kind, Key)
{
    /// <summary>The id of what was removed, whatever key it has by now; what has its key stays. Null: whatever is there.</summary>
    public string? Id { get; init; }
}

/// <summary>A post was deleted in LeadPanther, and its path answered 404 after that.</summary>
public sealed record Deleted(string Slug, Kind Kind, string Key, string? RequestId) : Removal(Slug, Kind, Key);

/// <summary>A lead magnet was archived in LeadPanther.</summary>
public sealed record Archived(string Slug, Kind Kind, string Key, string? RequestId) : Removal(Slug, Kind, Key);

/// <summary>A person's answer on drift: what stands in LeadPanther under this code may be overwritten by the next apply.</summary>
/// <param name="Code">Of what stood there when the person answered; anything else there is drift again.</param>
public sealed record Overwrite(string Slug, Kind Kind, string Key, string Code) : ObjectEvent(Slug, Kind, Key);

/// <summary>The client approved a post as it read then. It holds for that text alone, under whatever key.</summary>
/// <param name="ApprovalCode">Of exactly what was approved.</param>
/// <param name="By">Who approved, as a person reads it.</param>
public sealed record Approved(string Slug, Kind Kind, string Key, string ApprovalCode, string By)
    : ObjectEvent(Slug, Kind, Key);

/// <summary>The first time that its documented read answered 200.</summary>
public sealed record Seen(string Slug, Kind Kind, string Key, string Id) : ObjectEvent(Slug, Kind, Key);

/// <summary>A media file is at a public URL. No upload URL or token is ever kept.</summary>
/// <param name="File">Its path from the content root, for people; the SHA-256 is what counts.</param>
public sealed record Uploaded(string Slug, string File, string Sha256, string ContentType, long Size, string PublicUrl)
    : LedgerEvent(Slug);
