using System.Text.Json;
using Galley.Diagnostics;
using Galley.Ledger.Events;
using Galley.Payloads;
using NodaTime;
using NodaTime.Text;

namespace Galley.Ledger.Format;

/// <summary>An event as the JSON of its line, without <c>sum</c>, and back.</summary>
internal static class LineFormat
{
    private const string Pulled = "pulled";

    public static byte[] Write(LedgerEvent e, string? account = null) =>
        JsonSerializer.SerializeToUtf8Bytes(Line(e) with { Account = account }, LedgerJson.Line.LedgerLine);

    /// <summary>Throws <see cref="FormatException"/> or <see cref="JsonException"/> for what no Galley of this format wrote.</summary>
    public static (LedgerEvent Event, string? Account) Read(ReadOnlySpan<byte> json)
    {
        var line = JsonSerializer.Deserialize(json, LedgerJson.Line.LedgerLine)
            ?? throw new FormatException("it is null");
        var e = Event(line) with { Stamp = ReadStamp(line) };
        return (e is IntentEnd end ? end with { Intent = line.Intent } : e, line.Account);
    }

    private static LedgerLine Line(LedgerEvent e)
    {
        var stamp = e.Stamp ?? throw new InvalidOperationException("An event is stamped before it is written.");
        var line = new LedgerLine
        {
            Id = stamp.Id,
            Event = NameOf(e),
            At = Text(stamp.At),
            Run = stamp.Run,
            Commit = stamp.Commit,
            Slug = e.Slug,
        };
        if (e is ObjectEvent o)
        {
            line = line with { Kind = ContentKind.For(o.Kind).Name, Key = o.Key, Intent = (e as IntentEnd)?.Intent };
        }

        return e switch
        {
            Intended x => line with { SendBefore = Text(x.SendBefore), Payload = Line(x.Payload) },
            Released x => line with { Reason = x.Reason },
            Created x => line with { ObjectId = x.Id, RequestId = x.RequestId },
            Rejected x => line with { Status = x.Status, Message = x.Message, RequestId = x.RequestId },
            Moved x => line with { From = x.From },
            Adopted x => line with { ObjectId = x.Id, Reason = x.IsPulled ? Pulled : null, Payload = Line(x.Payload) },
            Done x => line with { Payload = Line(x.Payload) },
            Retired x => line with { Recreate = x.Recreate ? true : null },
            Sent x => line with { ObjectId = x.Id },
            NotSent or Absent => line,
            Found x => line with { ObjectId = x.Id, Payload = Line(x.Payload) },
            Updated x => line with { ObjectId = x.Id, RequestId = x.RequestId, Payload = Line(x.Payload) },
            Deleted x => line with { ObjectId = x.Id, RequestId = x.RequestId },
            Archived x => line with { ObjectId = x.Id, RequestId = x.RequestId },
            Overwrite x => line with { Code = x.Code },
            Approved x => line with { ApprovalCode = x.ApprovalCode, By = x.By },
            Seen x => line with { ObjectId = x.Id },
            Uploaded x => line with
            {
                File = x.File,
                Sha256 = x.Sha256,
                ContentType = x.ContentType,
                Size = x.Size,
                PublicUrl = x.PublicUrl,
            },
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };
    }

    /// <summary>The event's name in lines, messages and commits.</summary>
    public static string NameOf(LedgerEvent e) =>
        e switch
        {
            Intended => "intended",
            Released => "released",
            Created => "created",
            Rejected => "rejected",
            Moved => "moved",
            Adopted => "adopted",
            Done => "done",
            Retired => "retired",
            Sent => "sent",
            NotSent => "not-sent",
            Found => "found",
            Absent => "absent",
            Updated => "updated",
            Deleted => "deleted",
            Archived => "archived",
            Overwrite => "overwrite",
            Approved => "approved",
            Seen => "seen",
            Uploaded => "uploaded",
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, null),
        };

    private static LedgerEvent Event(LedgerLine x)
    {
        var slug = Need(x.Slug, "slug");
        if (x.Event == "uploaded")
        {
            return new Uploaded(
                slug,
                Need(x.File, "file"),
                Need(x.Sha256, "sha256"),
                Need(x.ContentType, "content_type"),
                x.Size ?? throw Missing("size"),
                Need(x.PublicUrl, "public_url")
            );
        }

        var kind = ContentKind.Parse(Need(x.Kind, "kind")) ?? throw new FormatException($"\"{x.Kind}\" is not a kind");
        var key = Need(x.Key, "key");
        return x.Event switch
        {
            "intended" => new Intended(slug, kind, key, Payload(x), Time(x.SendBefore, "send_before")),
            "released" => new Released(slug, kind, key, Need(x.Reason, "reason")),
            "created" => new Created(slug, kind, key, Need(x.ObjectId, "object_id"), x.RequestId),
            "rejected" => new Rejected(
                slug,
                kind,
                key,
                x.Status ?? throw Missing("status"),
                Need(x.Message, "message"),
                x.RequestId
            ),
            "moved" => new Moved(slug, kind, key, Need(x.From, "from")),
            "adopted" => new Adopted(slug, kind, key, Need(x.ObjectId, "object_id"), Payload(x))
            {
                IsPulled = x.Reason == Pulled,
            },
            "done" => new Done(slug, kind, key, Payload(x)),
            "retired" => new Retired(slug, kind, key, x.Recreate ?? false),
            "sent" => new Sent(slug, kind, key, x.ObjectId),
            "not-sent" => new NotSent(slug, kind, key),
            "found" => new Found(slug, kind, key, Need(x.ObjectId, "object_id"), Payload(x)),
            "absent" => new Absent(slug, kind, key),
            "updated" => new Updated(slug, kind, key, Payload(x), x.RequestId) { Id = x.ObjectId },
            "deleted" => new Deleted(slug, kind, key, x.RequestId) { Id = x.ObjectId },
            "archived" => new Archived(slug, kind, key, x.RequestId) { Id = x.ObjectId },
            "overwrite" => new Overwrite(slug, kind, key, Need(x.Code, "code")),
            "approved" => new Approved(slug, kind, key, Need(x.ApprovalCode, "approval_code"), Need(x.By, "by")),
            "seen" => new Seen(slug, kind, key, Need(x.ObjectId, "object_id")),
            _ => throw new FormatException($"\"{x.Event}\" is not an event that this version of Galley knows"),
        };
    }

    private static Stamp ReadStamp(LedgerLine x) =>
        new(Need(x.Id, "id"), Time(x.At, "at"), Need(x.Run, "run"), x.Commit);

    private static LedgerLinePayload Line(Payload p) =>
        new()
        {
            Canonical = p.Canonical,
            Wire = p.Wire,
            Sha256 = p.Sha256,
            Code = p.Code,
        };

    private static Payload Payload(LedgerLine x)
    {
        var p = x.Payload ?? throw Missing("payload");
        return new Payload(Need(p.Canonical, "canonical"), p.Wire, Need(p.Sha256, "sha256"), Need(p.Code, "code"));
    }

    private static string Text(Instant at) => InstantPattern.ExtendedIso.Format(at);

    private static Instant Time(string? text, string member) =>
        InstantPattern.ExtendedIso.Parse(Need(text, member)) is { Success: true, Value: var at }
            ? at
            : throw new FormatException($"`{member}` is not a time");

    private static string Need(string? value, string member) => value ?? throw Missing(member);

    private static FormatException Missing(string member) => new($"`{member}` is missing");
}
