using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;
using NodaTime;

namespace Galley.Ledger;

public enum ObjectState
{
    /// <summary>Tried and surely not created (released, rejected, not-sent), or forgotten with --recreate: free to create.</summary>
    NotSent,

    /// <summary>An intent without an end: in doubt, or in flight elsewhere; <see cref="LedgerObject.Intent"/> tells which.</summary>
    Open,

    Live,

    /// <summary>The key is taken for good: a file under it is held.</summary>
    Retired,
}

/// <summary>What the ledger says of one post or lead magnet.</summary>
public sealed record LedgerObject
{
    public required Kind Kind { get; init; }
    public required string Key { get; init; }
    public required ObjectState State { get; init; }

    /// <summary>The LeadPanther id. Null when not live, and for a post that a person said was sent without naming an id.</summary>
    public string? Id { get; init; }

    /// <summary>What LeadPanther holds, as far as we know: of the intent that was created, or of the last done or adopted.</summary>
    public Payload? Baseline { get; init; }

    /// <summary>What was intended last. For <see cref="ObjectState.Open"/>: the one without an end.</summary>
    public Intended? Intent { get; init; }

    /// <summary>When it became live.</summary>
    public Instant? Since { get; init; }

    /// <summary>Which event, counted from 1, last said what LeadPanther holds: what was read before that says nothing of it.</summary>
    public int BaselineEvent { get; init; }

    /// <summary>
    /// Which event did so before that one; 0 where none did. A run that looked before both changed it at the same time as another
    /// run, and nobody knows whose change reached LeadPanther last.
    /// </summary>
    public int EarlierBaselineEvent { get; init; }

    /// <summary>Its documented read has answered 200 at least once, so a 404 now means gone.</summary>
    public bool WasSeen { get; init; }

    /// <summary>
    /// <c>pull</c> wrote its file, and no apply has found that file yet: its absence does not mean that it was taken
    /// out.
    /// </summary>
    public bool AwaitsFile { get; init; }

    /// <summary>The last rejection, while nothing came after it.</summary>
    public Rejected? Rejection { get; init; }

    /// <summary>The code of what a person said may be overwritten in LeadPanther.</summary>
    public string? Overwrite { get; init; }

    /// <summary>It is in LeadPanther, and nothing says what was sent of it: the line that said it is lost.</summary>
    public bool LacksPayload => State == ObjectState.Live && Baseline is null && Intent is null;
}

/// <summary>The fold of one client's ledger file.</summary>
/// <param name="Account">The client's id in LeadPanther, the file's name.</param>
/// <param name="Uploads">By SHA-256, the last upload of each.</param>
public sealed record ClientLedger(
    string Account,
    ImmutableDictionary<ObjectKey, LedgerObject> Objects,
    ImmutableDictionary<string, Uploaded> Uploads
)
{
    /// <summary>By approval code: what the client approved, and who said so.</summary>
    public ImmutableDictionary<string, Approved> Approvals { get; init; } = ImmutableDictionary<string, Approved>.Empty;

    /// <summary>
    /// By id of what was deleted, archived or forgotten: by which event. A list may go on showing it: it is then no twin of what
    /// comes after it.
    /// </summary>
    public ImmutableDictionary<string, int> GivenUp { get; init; } =
        ImmutableDictionary.Create<string, int>(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the client's folder was called in the last event; null before the first.</summary>
    public string? Slug { get; init; }

    /// <summary>How many events it is made of.</summary>
    public int Events { get; init; }

    /// <summary>The id of the file's last event: what a conditional append compares (<see cref="ILedger.TryIntend"/>).</summary>
    public string? LastEvent { get; init; }

    /// <summary>Of the last event that an apply wrote because a commit's files say so; null before the first.</summary>
    public Stamp? Applied { get; init; }

    /// <summary>
    /// Why its file can't be read, and what to do about it; null as a rule. Then the rest of this is empty, and proves
    /// nothing.
    /// </summary>
    public string? Damage { get; init; }

    /// <summary>
    /// What makes this ledger one that no run of Galley writes, and what to do about it; null as a rule. The client is then held.
    /// </summary>
    public string? Oddity => Damage ?? LacksWhatWasSent;

    private string? LacksWhatWasSent =>
        Objects.Values.Where(o => o.LacksPayload).MinBy(o => o.Key, StringComparer.Ordinal) is { } odd
            ? Describe(odd, $"{ContentKind.For(odd.Kind).Name} {Slug}/{odd.Key}")
            : null;

    public static ClientLedger Empty(string account) =>
        new(account, ImmutableDictionary<ObjectKey, LedgerObject>.Empty, ImmutableDictionary<string, Uploaded>.Empty);

    public LedgerObject? Find(Kind kind, string key) => Objects.GetValueOrDefault(new ObjectKey(kind, key));

    private static string Describe(LedgerObject odd, string name) =>
        $"The ledger says that {name} is in LeadPanther{(odd.Id is { } id ? $" as {id}" : "")}, but not what was sent, "
        + "so nothing is done for this client. "
        + $"Run `galley forget {name}`, then `galley adopt {name} {odd.Id ?? "ID"}` if its file says what LeadPanther shows.";
}
