using System.Collections.Immutable;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using Galley.Payloads;
using Galley.Planning;
using Galley.Testing;
using NodaTime;

namespace Galley.Tests.Planning;

internal sealed class LastLookTests
{
    private const string Id = "id-of-launch";
    private static readonly Instant Seen = Sample.Now - Duration.FromHours(2);

    [Test]
    public void Recall_OfAnEditedText_IsDriftWithItsTime()
    {
        var action = Planned(Record(Shown("Better words.")), Sample.Live(Sample.Post()));

        Assert.That((action.Type, action.SeenAt), Is.EqualTo((ActionType.Drifted, Seen)));
        Assert.That(action.Changes.Single().There, Is.EqualTo("Better words."));
        Assert.That(action.LiveCode, Is.Not.Null);
    }

    [Test]
    public void Recall_OfWhatIsAsItWasSent_SaysNothing() =>
        Assert.That(Recalled(Record(Shown(Sample.Post().Body)), Sample.Live(Sample.Post())).Objects, Is.Empty);

    [Test]
    public void Recall_OfWhatWasSeenBeforeItWasChanged_SaysNothing()
    {
        var changed = Sample.Live(Sample.Post()) with { BaselineEvent = 1 };

        Assert.That(Planned(Record(Shown("Better words.")), changed).Type, Is.EqualTo(ActionType.Unchanged));
    }

    [Test]
    public void Recall_OfWhatWasNotThere_IsGone_WhereItWasSeenOnce_OrHadTimeToAppear()
    {
        var record = LiveRecord.Empty.With(ObjectRecord.Missing(Kind.Post, Id, Seen));
        var live = Sample.Live(Sample.Post());

        var seen = Planned(record, live with { Since = Seen, WasSeen = true });
        var old = Planned(record, live with { Since = Seen - Duration.FromMinutes(15) });
        var young = Planned(record, live with { Since = Seen - Duration.FromMinutes(14) });

        Assert.That((seen.Type, seen.SeenAt), Is.EqualTo((ActionType.Gone, Seen)));
        Assert.That((old.Type, old.SeenAt), Is.EqualTo((ActionType.Gone, Seen)));
        Assert.That(young.Type, Is.EqualTo(ActionType.Unchanged), "it may not have appeared yet");
    }

    [Test]
    public void Recall_OfWhatARunWasAboutToChange_IsAQuestion()
    {
        var live = Sample.Live(Sample.Post()) with { WasSeen = true };
        var record = LastLook.Mark(
            Record(Shown("Better words.")),
            [ObjectRead.Changing(Kind.Post, Id, Sample.Now, 1, "run")],
            Sample.Ledger(live)
        );

        var action = Planned(record, live);

        Assert.That((action.Type, action.SeenAt), Is.EqualTo((ActionType.Unchanged, Sample.Now)));
    }

    [Test]
    public void Keep_WhereAnotherRunChangedItAtTheSameTime_LeavesAQuestion_WhatThisRunReadIsOld()
    {
        // Both looked at the fourth event; the other run wrote the fifth, this one the sixth.
        var both = Sample.Live(Sample.Post()) with { BaselineEvent = 6, EarlierBaselineEvent = 5 };
        var marked = MarkedAtTheFourthEvent(both);

        var kept = KeptAfterARead(marked, both, Sample.Post().Body, events: 4);
        var looked = KeptAfterARead(marked, both, "Better words.", events: 6);

        Assert.That(kept, Is.Null, "it is marked as a question already");
        Assert.That(Planned(marked, both).SeenAt, Is.EqualTo(Seen), "an apply looks");
        Assert.That(Planned(looked!, both).Type, Is.EqualTo(ActionType.Drifted), "a look after both answers it");
    }

    [Test]
    public void Keep_AfterTheChangeOfThisRunAlone_IsWhatItRead()
    {
        var changed = Sample.Live(Sample.Post()) with { BaselineEvent = 5, EarlierBaselineEvent = 2 };
        var marked = MarkedAtTheFourthEvent(changed);

        var kept = KeptAfterARead(marked, changed, Sample.Post().Body, events: 4);

        Assert.That(Planned(marked, changed).SeenAt, Is.Null, "the ledger answers it");
        Assert.That(kept!.Find(Kind.Post, Id)!.ChangingRun, Is.Null);
    }

    [Test]
    public void Recall_OfWhatNobodyHere_Sent_NeitherClaimsNorHolds()
    {
        var record = Record(Shown(Sample.Post().Body), "id-of-nobody");

        Assert.That(Planned(record).Type, Is.EqualTo(ActionType.Create), "only this run's own list decides on creates");
    }

    [Test]
    public void Keep_OfTheSameAgain_IsNothingNew_HoweverLateItIs()
    {
        var ledger = Sample.Ledger(Sample.Live(Sample.Post()));
        var first = LastLook.Keep(null, Sight(Look(Seen, Shown("Better words."))), [], ledger)!;

        Assert.That(LastLook.Keep(first, Sight(Look(Sample.Now, Shown("Better words."))), [], ledger), Is.Null);
        Assert.That(first.Objects.Single().At, Is.EqualTo(Seen));
    }

    [Test]
    public void Keep_OfAFirstLookThatSawNothing_IsNothingNew() =>
        Assert.That(LastLook.Keep(null, Sight(Look(Seen)), [], Sample.Ledger()), Is.Null);

    [Test]
    public void Keep_OfAnotherText_HasItsOwnTime_AndWhatStayedKeepsIts()
    {
        var other = Sample.Post("later");
        var ledger = Sample.Ledger(Sample.Live(Sample.Post()), Sample.Live(other));
        var stays = Shown(other.Body, "id-of-later");
        var first = LastLook.Keep(null, Sight(Look(Seen, Shown("Better words."), stays)), [], ledger)!;

        var second = LastLook.Keep(first, Sight(Look(Sample.Now, Shown("The best words."), stays)), [], ledger)!;

        Assert.That(
            second.Objects.Select(seen => (seen.Id, seen.At)),
            Is.EquivalentTo(new[] { (Id, Sample.Now), ("id-of-later", Seen) })
        );
    }

    [Test]
    public void Keep_OfTheSameDriftAfterItWasSetBack_HasANewTime()
    {
        var before = Sample.Ledger(Sample.Live(Sample.Post()));
        var first = LastLook.Keep(null, Sight(Look(Seen, Shown("Better words."))), [], before)!;
        var setBack = Sample.Live(Sample.Post()) with { BaselineEvent = 1 };

        var again = LastLook.Keep(
            first,
            Sight(Look(Sample.Now, Shown("Better words.")), events: 1),
            [],
            Sample.Ledger(setBack)
        )!;

        Assert.That(Planned(again, setBack).Type, Is.EqualTo(ActionType.Drifted));
    }

    [Test]
    public void Keep_OfWhatWasDeletedByThisRun_ForgetsIt()
    {
        var look = Look(Seen, Shown(Sample.Post().Body));

        var record = LastLook.Keep(
            LastLook.Keep(null, Sight(look), [], Sample.Ledger(Sample.Live(Sample.Post()))),
            Sight(look),
            [new ObjectRead(Kind.Post, Id, null, Sample.Now, Events: 2)],
            Sample.Ledger()
        )!;

        Assert.That(record.Objects, Is.Empty);
    }

    [Test]
    public void Keep_OfAListThatIsNotWholeAnyMore_IsNew_AndLosesNothing()
    {
        var ledger = Sample.Ledger(Sample.Live(Sample.Post()));
        var first = LastLook.Keep(null, Sight(Look(Seen, Shown("Better words."))), [], ledger)!;
        var cut = Look(Sample.Now) with
        {
            Lists = ImmutableDictionary<Kind, LiveListing>.Empty.Add(
                Kind.Post,
                new LiveListing(new LiveList([], IsWhole: false, "Page 1 did not answer."), Sample.Now, Vouches: false)
            ),
        };

        var second = LastLook.Keep(first, Sight(cut), [], ledger)!;

        Assert.That(second.Lists.Single().WhyNot, Is.EqualTo("Page 1 did not answer."));
        Assert.That(second.Objects.Single().At, Is.EqualTo(Seen));
    }

    [TestCase("2026-06-08T06:00:00Z", "today 02:00")]
    [TestCase("2026-06-08T03:00:00Z", "Sun 7 Jun 23:00")]
    [TestCase("2025-12-31T06:00:00Z", "Wed 31 Dec 2025 01:00")]
    public void SeenAt_IsSaidInTheClientsTime(string at, string words)
    {
        var seen = NodaTime.Text.InstantPattern.General.Parse(at).Value;
        var action = Planned(Record(Shown("Better words."), at: seen), Sample.Live(Sample.Post()));

        Assert.That(
            ActionDescriptions.For(action, Sample.Client().Zone, Sample.Now),
            Is.EqualTo($"Differs in LeadPanther. Changed there: body, as seen {words}")
        );
    }

    private static LiveObject Shown(string text, string id = Id)
    {
        var fields = WireComparison.Parse(Sample.PayloadOf(Sample.Post()).Wire!);
        fields["id"] = id;
        fields["text"] = text;
        return new LiveObject(Kind.Post, id, fields);
    }

    private static LiveRecord Record(LiveObject shown, string id = Id, Instant? at = null) =>
        LiveRecord.Empty.With(
            ObjectRecord.From(shown with { Id = id }, Sample.PayloadOf(Sample.Post()).Wire, at ?? Seen)
        );

    private static LiveRecord MarkedAtTheFourthEvent(LedgerObject known) =>
        LastLook.Mark(null, [ObjectRead.Changing(Kind.Post, Id, Seen, 4, "run")], Sample.Ledger(known));

    private static LiveRecord? KeptAfterARead(LiveRecord marked, LedgerObject known, string text, int events) =>
        LastLook.Keep(
            marked,
            AccountSight.None,
            [new ObjectRead(Kind.Post, Id, Shown(text), Sample.Now, events)],
            Sample.Ledger(known)
        );

    private static AccountSight Sight(LiveState look, int events = 0) => new(look, events);

    private static LiveState Look(Instant at, params LiveObject[] shown) =>
        LiveState.Unread with
        {
            Lists = ImmutableDictionary<Kind, LiveListing>.Empty.Add(
                Kind.Post,
                new LiveListing(new LiveList([.. shown], IsWhole: true, null), at, Vouches: true)
            ),
            Objects = LiveState.Unread.Objects.SetItems(shown.Select(there => KeyValuePair.Create(there.Id, there))),
        };

    private static LiveState Recalled(LiveRecord record, params LedgerObject[] ledger) =>
        LastLook.Recall(record, Sample.Ledger(ledger));

    private static PlanAction Planned(LiveRecord record, params LedgerObject[] ledger) =>
        ClientPlanner
            .Plan(
                new PlanningInput
                {
                    Content = Sample.Content(Sample.Post()),
                    Settings = new Galley.Content.Settings(),
                    Now = Sample.Now,
                    Ledger = Sample.Ledger(ledger),
                    Live = Recalled(record, ledger),
                }
            )
            .Actions.Single();
}
