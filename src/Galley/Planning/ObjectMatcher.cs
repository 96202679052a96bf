using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;

namespace Galley.Planning;

/// <summary>
/// Pairs each of a client's files with what the ledger knows of its key and with what it would send, one kind after the other.
/// Lead magnets are paired before posts: one that was renamed in this change has its id under its old key, and without that id
/// every post that uses it would look changed.
/// </summary>
internal sealed class ObjectMatcher
{
    private readonly Dictionary<Kind, ImmutableArray<DesiredObject>> _files = [];
    private readonly Dictionary<Kind, Renames> _renames = [];

    public ObjectMatcher(ClientContent content, ClientLedger ledger)
    {
        content = WhatCouldBeRead(content);
        Vanished = VanishedFrom(content, ledger);
        foreach (var kind in ContentKind.All.Select(kind => kind.Kind))
        {
            var references = References(ledger);
            _files[kind] =
            [
                .. content
                    .Objects.Where(file => file.Kind == kind)
                    .Select(file => Desire(file, ObjectPayload.For(file, content, references), ledger)),
            ];
            _renames[kind] = new Renames(_files[kind], Vanished);
        }
    }

    public ImmutableArray<DesiredObject> Posts => Of(Kind.Post);

    /// <summary>What goes out with a post, or at merge.</summary>
    public IEnumerable<DesiredObject> Others => All.Where(desired => desired.Kind != Kind.Post);

    public IEnumerable<DesiredObject> All => _files.Values.SelectMany(files => files);

    public ImmutableArray<DesiredObject> Of(Kind kind) => _files[kind];

    /// <summary>Live and in-doubt objects without a file.</summary>
    public ImmutableArray<RecordedObject> Vanished { get; }

    /// <summary>What the item was called before, when that is certain.</summary>
    public RecordedObject? MoveOf(DesiredObject desired) => _renames[desired.Kind].MoveOf(desired);

    /// <summary>What the item looks like, when that is only likely.</summary>
    public RecordedObject? SuspectOf(DesiredObject desired) => _renames[desired.Kind].SuspectOf(desired);

    /// <summary>
    /// Vanished, and no rename, certain or likely, tells why. A doubt stays one whatever its file is called now: only
    /// a word ends it.
    /// </summary>
    public IEnumerable<RecordedObject> Unexplained =>
        Vanished.Where(old =>
            old.LedgerObject.State == ObjectState.Open || !_renames[old.LedgerObject.Kind].Explains(old)
        );

    /// <summary>A post with a wrong field is there with the fields that are right; comparing it with what is live would mislead.</summary>
    private static ClientContent WhatCouldBeRead(ClientContent content)
    {
        if (content.Unread.IsEmpty)
        {
            return content;
        }

        var unread = content.Unread.Select(file => new ObjectKey(file.Kind, file.Key)).ToHashSet();
        return content.Only(file => !unread.Contains(new ObjectKey(file.Kind, file.Key)));
    }

    private static DesiredObject Desire(IContentObject file, Payload payload, ClientLedger ledger) =>
        new(file.Kind, file.Key, file.SourceMap, file.MovedFrom, payload)
        {
            Post = file as Post,
            Approval =
                file is Post && !ledger.Approvals.IsEmpty
                    ? ledger.Approvals.GetValueOrDefault(payload.ApprovalCode)
                    : null,
            LedgerObject = ledger.Find(file.Kind, file.Key),
        };

    /// <summary>To the lead magnets that were paired already.</summary>
    private References References(ClientLedger ledger)
    {
        var moved = _files
            .GetValueOrDefault(Kind.LeadMagnet, [])
            .ToDictionary(desired => desired.Key, desired => MoveOf(desired)?.LedgerObject.Id);
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
