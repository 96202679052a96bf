using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Tests.Ledger;

internal sealed class LedgerFoldTests
{
    [Test]
    public void Fold_IntentWithoutEnd_IsOpen()
    {
        var o = State("a", LedgerTestEvents.Intended("a"));

        Assert.That(o.State, Is.EqualTo(ObjectState.Open));
        Assert.That(o.Intent!.Payload, Is.EqualTo(LedgerTestEvents.Payload("Hello")));
    }

    [Test]
    public void Fold_CreatedAfterIntent_IsLiveWithTheIntentsPayload()
    {
        var o = State("a", LedgerTestEvents.Intended("a"), LedgerTestEvents.Created("a", "id-1"));

        Assert.That(o, Has.Property("State").EqualTo(ObjectState.Live).And.Property("Id").EqualTo("id-1"));
        Assert.That(o.Baseline, Is.EqualTo(LedgerTestEvents.Payload("Hello")));
        Assert.That(o.WasSeen, Is.False);
    }

    [Test]
    public void Fold_Rejected_IsFreeAndKeepsTheReasonUntilTheNextIntent()
    {
        var rejected = new Rejected("northwind", Kind.Post, "a", 422, "no", null);

        Assert.That(State("a", LedgerTestEvents.Intended("a"), rejected).Rejection?.Message, Is.EqualTo("no"));
        Assert.That(
            State("a", LedgerTestEvents.Intended("a"), rejected, LedgerTestEvents.Intended("a")).Rejection,
            Is.Null
        );
    }

    [Test]
    public void Fold_WordNotSentAndCreated_IsLiveInEitherOrder()
    {
        var word = new NotSent("northwind", Kind.Post, "a");

        var before = State("a", LedgerTestEvents.Intended("a"), word, LedgerTestEvents.Created("a"));
        var after = State("a", LedgerTestEvents.Intended("a"), LedgerTestEvents.Created("a"), word);

        Assert.That(before.State, Is.EqualTo(ObjectState.Live));
        Assert.That(after.State, Is.EqualTo(ObjectState.Live));
    }

    [Test]
    public void Fold_Moved_LeavesTheOldKeyFree()
    {
        var ledger = For(
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-1"),
            new Moved("northwind", Kind.Post, "b", "a")
        );

        Assert.That(ledger.Find(Kind.Post, "a"), Is.Null);
        Assert.That(ledger.Find(Kind.Post, "b")!.Id, Is.EqualTo("id-1"));
        Assert.That(ledger.Find(Kind.Post, "b")!.Key, Is.EqualTo("b"));
    }

    [Test]
    public void Fold_DoneThenRetired_KeepsTheKeyTaken()
    {
        var o = State(
            "a",
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a"),
            new Done("northwind", Kind.Post, "a", LedgerTestEvents.Payload("Edited")),
            new Retired("northwind", Kind.Post, "a")
        );

        Assert.That(o.State, Is.EqualTo(ObjectState.Retired));
        Assert.That(o.Baseline, Is.EqualTo(LedgerTestEvents.Payload("Edited")));
    }

    [Test]
    public void Fold_ForgottenToRecreate_IsFreeAndWithoutAnId()
    {
        var o = State(
            "a",
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a"),
            new Retired("northwind", Kind.Post, "a", Recreate: true)
        );

        Assert.That(o.State, Is.EqualTo(ObjectState.NotSent));
        Assert.That(o.Id, Is.Null);
    }

    [Test]
    public void Fold_UploadTwice_KeepsTheLast()
    {
        Uploaded Upload(string url) => new("northwind", "a.png", "abc", "image/png", 1, url);

        Assert.That(
            For(Upload("https://one"), Upload("https://two")).Uploads["abc"].PublicUrl,
            Is.EqualTo("https://two")
        );
    }

    private static LedgerObject State(string key, params LedgerEvent[] events) => For(events).Find(Kind.Post, key)!;

    private static ClientLedger For(params LedgerEvent[] events) =>
        LedgerFold.Replay("account", LedgerTestEvents.Stamped(events));
}
