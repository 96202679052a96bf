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
    public void Fold_MovedOntoWhatIsLive_ExchangesTheirKeys()
    {
        var ledger = For(
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-a"),
            LedgerTestEvents.Intended("b"),
            LedgerTestEvents.Created("b", "id-b"),
            new Moved("northwind", Kind.Post, "b", "a")
        );

        Assert.That(ledger.Find(Kind.Post, "b")!.Id, Is.EqualTo("id-a"));
        Assert.That(ledger.Find(Kind.Post, "a")!.Id, Is.EqualTo("id-b"));
    }

    [TestCase(null, ObjectState.NotSent)]
    [TestCase("id-1", ObjectState.NotSent)]
    [TestCase("id-of-an-earlier-post", ObjectState.Live)]
    public void Fold_Deleted_FreesTheKeyOfThatIdAlone(string? id, ObjectState state)
    {
        var o = State(
            "a",
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-1"),
            new Deleted("northwind", Kind.Post, "a", null) { Id = id }
        );

        Assert.That(o.State, Is.EqualTo(state));
        Assert.That(o.Id, state == ObjectState.Live ? Is.EqualTo("id-1") : Is.Null);
    }

    [Test]
    public void Fold_Archived_FreesTheKey()
    {
        var ledger = For(
            LedgerTestEvents.Intended("a", kind: Kind.LeadMagnet),
            new Created("northwind", Kind.LeadMagnet, "a", "id-1", null),
            new Archived("northwind", Kind.LeadMagnet, "a", null)
        );

        Assert.That(ledger.Find(Kind.LeadMagnet, "a")!.State, Is.EqualTo(ObjectState.NotSent));
        Assert.That(ledger.Find(Kind.LeadMagnet, "a")!.Intent, Is.Null);
    }

    [Test]
    public void Fold_Found_OpensWhatWasNeverIntended()
    {
        var o = State("a", new Found("northwind", Kind.Post, "a", "id-1", LedgerTestEvents.Payload("Hello")));

        Assert.That(o, Has.Property("State").EqualTo(ObjectState.Live).And.Property("Id").EqualTo("id-1"));
        Assert.That(o.Baseline, Is.EqualTo(LedgerTestEvents.Payload("Hello")));
        Assert.That(o.WasSeen, Is.True);
    }

    private static readonly IntentEnd[] Ends =
    [
        new Absent("northwind", Kind.Post, "a"),
        new Released("northwind", Kind.Post, "a", "too late"),
        new NotSent("northwind", Kind.Post, "a"),
        new Rejected("northwind", Kind.Post, "a", 400, "No.", null),
    ];

    [TestCaseSource(nameof(Ends))]
    public void Fold_AnEnd_EndsTheIntentThatItNamesAlone(IntentEnd end)
    {
        Assert.That(
            State("a", LedgerTestEvents.Intended("a"), end with { Intent = LedgerTestEvents.StampId(1) }).State,
            Is.EqualTo(ObjectState.NotSent)
        );
        Assert.That(
            State("a", LedgerTestEvents.Intended("a"), end with { Intent = "another-1" }).State,
            Is.EqualTo(ObjectState.Open)
        );
    }

    [Test]
    public void Fold_Approved_IsKeptByItsCode_AndChangesNoObject()
    {
        var approved = new Approved("northwind", Kind.Post, "a", "7QK4-M2XD-93TB", "Anna");

        var unsent = LedgerFold.Replay("account", [approved]);
        var doubt = LedgerFold.Replay("account", [LedgerTestEvents.Intended("a"), approved]);

        Assert.That(unsent.Objects, Is.Empty);
        Assert.That(unsent.Approvals["7QK4-M2XD-93TB"].By, Is.EqualTo("Anna"));
        Assert.That(doubt.Objects.Values.Single().State, Is.EqualTo(ObjectState.Open));
    }

    [Test]
    public void Fold_Updated_IsTheNewBaselineAndTakesUpTheOverwrite()
    {
        var overwrite = new Overwrite("northwind", Kind.Post, "a", "7QK4");
        var live = State("a", LedgerTestEvents.Intended("a"), LedgerTestEvents.Created("a", "id-1"), overwrite);
        var updated = State(
            "a",
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-1"),
            overwrite,
            new Updated("northwind", Kind.Post, "a", LedgerTestEvents.Payload("Edited"), null)
        );

        Assert.That(live.Overwrite, Is.EqualTo("7QK4"));
        Assert.That(updated.Overwrite, Is.Null);
        Assert.That(updated.Baseline, Is.EqualTo(LedgerTestEvents.Payload("Edited")));
        Assert.That(updated.Id, Is.EqualTo("id-1"));
    }

    [Test]
    public void Fold_Updated_BehindASwap_IsOfWhatWasChanged_NotOfItsKey()
    {
        LedgerEvent[] swapped =
        [
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-1"),
            LedgerTestEvents.Intended("b"),
            LedgerTestEvents.Created("b", "id-2"),
            new Moved("northwind", Kind.Post, "a", "b"),
            new Updated("northwind", Kind.Post, "a", LedgerTestEvents.Payload("Edited"), null) { Id = "id-1" },
        ];

        Assert.That(State("b", swapped).Baseline, Is.EqualTo(LedgerTestEvents.Payload("Edited")));
        Assert.That(State("a", swapped).Baseline, Is.Not.EqualTo(LedgerTestEvents.Payload("Edited")));
    }

    [Test]
    public void Fold_SentWithoutAnId_AfterTheIdBecameKnown_KeepsIt()
    {
        var o = State(
            "a",
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-1"),
            new Sent("northwind", Kind.Post, "a", Id: null) { Intent = LedgerTestEvents.StampId(1) }
        );

        Assert.That(o.Id, Is.EqualTo("id-1"));
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
    public void Fold_Counts_SoThatWhatWasReadBeforeAChange_IsKnownAsOld()
    {
        var ledger = For(
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-1"),
            new Seen("northwind", Kind.Post, "a", "id-1"),
            new Updated("northwind", Kind.Post, "a", LedgerTestEvents.Payload("Edited"), null),
            new Seen("northwind", Kind.Post, "a", "id-1")
        );

        var known = ledger.Find(Kind.Post, "a")!;
        Assert.That((ledger.Events, known.BaselineEvent, known.EarlierBaselineEvent), Is.EqualTo((5, 4, 2)));
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

    /// <summary>A run that finds all of a lost ledger again knows by it that an older commit is older.</summary>
    [Test]
    public void Fold_Found_IsOfTheCommitWhoseFileItWas()
    {
        var ledger = For(
            new Found("northwind", Kind.Post, "a", "id-1", LedgerTestEvents.Payload("Hello")),
            new Released("northwind", Kind.Post, "b", "429")
        );

        Assert.That(ledger.Applied?.Id, Is.EqualTo(LedgerTestEvents.StampId(1)));
    }

    /// <summary>It says nothing of a post, and is not refused where another run was first: it must not hide a newer commit.</summary>
    [Test]
    public void Fold_Uploaded_LeavesTheCommitThatWasAppliedLast()
    {
        var ledger = For(LedgerTestEvents.Intended("a"), LedgerTestEvents.OneOfEach().OfType<Uploaded>().First());

        Assert.That(ledger.Applied?.Id, Is.EqualTo(LedgerTestEvents.StampId(1)));
    }

    /// <summary>Two files exchanged their names while a run deleted one of the posts.</summary>
    [Test]
    public void Fold_Deleted_OfAnIdThatHasAnotherKeyByNow_FreesThatKey()
    {
        var ledger = For(
            LedgerTestEvents.Intended("a"),
            LedgerTestEvents.Created("a", "id-1"),
            LedgerTestEvents.Intended("b"),
            LedgerTestEvents.Created("b", "id-2"),
            new Moved("northwind", Kind.Post, "b", "a"),
            new Moved("northwind", Kind.Post, "a", "b"),
            new Deleted("northwind", Kind.Post, "a", RequestId: null) { Id = "id-1" }
        );
        var keys = ledger.Objects.Values.ToDictionary(known => known.Key, known => (known.State, known.Id));

        Assert.That(keys.Values, Does.Not.Contain((ObjectState.Live, "id-1")));
        Assert.That(keys.Values, Does.Contain((ObjectState.Live, "id-2")));
    }

    private static LedgerObject State(string key, params LedgerEvent[] events) => For(events).Find(Kind.Post, key)!;

    private static ClientLedger For(params LedgerEvent[] events) =>
        LedgerFold.Replay("account", LedgerTestEvents.Stamped(events));
}
