using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;

namespace Galley.Planning;

/// <summary>
/// Pairs each of a client's files with what the ledger knows of its key and with what it would send. Lead magnets are paired
/// first: one that was renamed in this change has its id under its old key, and without that id every post that uses it
/// would look changed.
/// </summary>
internal sealed class ObjectMatcher
{
    private readonly Renames _magnetRenames;
    private readonly Renames _postRenames;

    public ObjectMatcher(ClientContent content, Client client, ClientLedger ledger)
    {
        content = WhatCouldBeRead(content);
        Vanished = VanishedFrom(content, ledger);
        var magnets = content.LeadMagnets.ToDictionary(magnet => magnet.Key);
        LeadMagnets = [.. content.LeadMagnets.Select(magnet => Desire(magnet, ledger))];
        _magnetRenames = new Renames(LeadMagnets, Vanished);
        var references = References(ledger);
        Posts = [.. content.Posts.Select(post => Desire(post, client, magnets, ledger, references))];
        _postRenames = new Renames(Posts, Vanished);
    }

    public ImmutableArray<DesiredObject> LeadMagnets { get; }
    public ImmutableArray<DesiredObject> Posts { get; }

    public ImmutableArray<DesiredObject> Of(Kind kind) => kind == Kind.Post ? Posts : LeadMagnets;

    /// <summary>Live and in-doubt objects without a file.</summary>
    public ImmutableArray<RecordedObject> Vanished { get; }

    /// <summary>What the item was called before, when that is certain.</summary>
    public RecordedObject? MoveOf(DesiredObject desired) => RenamesOf(desired.Kind).MoveOf(desired);

    /// <summary>What the item looks like, when that is only likely.</summary>
    public RecordedObject? SuspectOf(DesiredObject desired) => RenamesOf(desired.Kind).SuspectOf(desired);

    /// <summary>
    /// Vanished, and no rename, certain or likely, tells why. A doubt stays one whatever its file is called now: only
    /// a word ends it.
    /// </summary>
    public IEnumerable<RecordedObject> Unexplained =>
        Vanished.Where(old =>
            old.LedgerObject.State == ObjectState.Open || !RenamesOf(old.LedgerObject.Kind).Explains(old)
        );

    /// <summary>A post with a wrong field is there with the fields that are right; comparing it with what is live would mislead.</summary>
    private static ClientContent WhatCouldBeRead(ClientContent content)
    {
        if (content.Unread.IsEmpty)
        {
            return content;
        }

        var unread = content.Unread.Select(file => new ObjectKey(file.Kind, file.Key)).ToHashSet();
        return content with
        {
            Posts = content.Posts.RemoveAll(post => unread.Contains(new ObjectKey(Kind.Post, post.Key))),
            LeadMagnets = content.LeadMagnets.RemoveAll(magnet =>
                unread.Contains(new ObjectKey(Kind.LeadMagnet, magnet.Key))
            ),
        };
    }

    private Renames RenamesOf(Kind kind) => kind == Kind.Post ? _postRenames : _magnetRenames;

    private static DesiredObject Desire(LeadMagnet magnet, ClientLedger ledger) =>
        new(Kind.LeadMagnet, magnet.Key, magnet.SourceMap, magnet.MovedFrom, LeadMagnetPayload.For(magnet))
        {
            LedgerObject = ledger.Find(Kind.LeadMagnet, magnet.Key),
        };

    private static DesiredObject Desire(
        Post post,
        Client client,
        Dictionary<string, LeadMagnet> magnets,
        ClientLedger ledger,
        References references
    )
    {
        var magnet = post.LeadMagnet?.Key is { } key ? magnets.GetValueOrDefault(key) : null;
        var payload = PostPayload.For(post, client, magnet, references);
        return new DesiredObject(Kind.Post, post.Key, post.SourceMap, post.MovedFrom, payload)
        {
            Post = post,
            Approval = ledger.Approvals.IsEmpty ? null : ledger.Approvals.GetValueOrDefault(payload.ApprovalCode),
            LedgerObject = ledger.Find(Kind.Post, post.Key),
        };
    }

    private References References(ClientLedger ledger)
    {
        var moved = LeadMagnets.ToDictionary(
            desired => desired.Key,
            desired => _magnetRenames.MoveOf(desired)?.LedgerObject.Id
        );
        return new References(
            key => moved.GetValueOrDefault(key) ?? ledger.Find(Kind.LeadMagnet, key)?.Id,
            sha256 => ledger.Uploads.GetValueOrDefault(sha256)?.PublicUrl
        );
    }

    private static ImmutableArray<RecordedObject> VanishedFrom(ClientContent content, ClientLedger ledger)
    {
        var here = content
            .Objects.Select(file => new ObjectKey(file.Kind, file.Key))
            .Concat(content.Unread.Select(file => new ObjectKey(file.Kind, file.Key)))
            .ToHashSet();
        return
        [
            .. ledger
                .Objects.Values.Where(ledgerObject =>
                    ledgerObject.State is ObjectState.Live or ObjectState.Open
                    && !here.Contains(new ObjectKey(ledgerObject.Kind, ledgerObject.Key))
                )
                .OrderBy(ledgerObject => ledgerObject.Kind)
                .ThenBy(ledgerObject => ledgerObject.Key, StringComparer.Ordinal)
                .Select(ledgerObject => new RecordedObject(ledgerObject)),
        ];
    }
}
