using CsCheck;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;
using static Galley.Tests.Ledger.LedgerTestEvents;
using E = Galley.Ledger.Events;

namespace Galley.Tests.Ledger;

/// <summary>Events in orders that no run writes: of two runs at once, recovered late, or of a branch that was set back.</summary>
internal sealed class AnyEventTests
{
    private static readonly Gen<string> Key = Gen.Int[0, 2].Select(number => "abc"[number].ToString());
    private static readonly Gen<string> Id = Gen.Int[1, 4].Select(number => $"id-{number}");
    private static readonly Gen<string?> Intent = Gen.Int[0, 12].Select(number => number == 0 ? null : StampId(number));

    private static readonly Gen<LedgerEvent> Any = Gen.Select(Gen.Int[0, 18], Key, Key, Id, Intent)
        .Select((kind, key, other, id, intent) => Event(kind, key, other, id, intent));

    private static readonly Gen<LedgerEvent[]> Many = Any.Array[0, 20].Select(events => Stamped(events).ToArray());

    [Test]
    public void Fold_AnyEventsInAnyOrder_GivesAState_InWhichWhatIsLiveHasItsKey() =>
        Many.Sample(events =>
        {
            var state = LedgerFold.Replay("account", events);

            Assert.That(
                state.Objects.Select(o => o.Key),
                Is.EqualTo(state.Objects.Values.Select(o => new ObjectKey(o.Kind, o.Key)))
            );
            Assert.That(
                state.Objects.Values.Where(o => o.State == ObjectState.Open).Select(o => o.Intent),
                Has.None.Null
            );
            Assert.That(state.LastEvent, Is.EqualTo(events.LastOrDefault()?.Stamp!.Id));
        });

    [Test]
    public void End_OfAnotherIntent_ChangesNothing_UnlessItBringsAnId() =>
        Gen.Select(Many, Any)
            .Sample(
                (events, last) =>
                {
                    if (last is not IntentEnd end || last is E.Created or Found)
                    {
                        return;
                    }

                    var before = LedgerFold.Replay("account", events);
                    var after = LedgerFold.Apply(before, end with { Intent = "another-run-1" });

                    Assert.That(
                        after.Objects.Where(o =>
                            o.Value.State != ObjectState.NotSent || before.Objects.ContainsKey(o.Key)
                        ),
                        Is.EquivalentTo(before.Objects)
                    );
                }
            );

    [Test]
    public void Doubt_LeavesTheState_OnlyByAnEventThatEndsIt() =>
        Gen.Select(Many, Any)
            .Sample(
                (events, last) =>
                {
                    var before = Open(LedgerFold.Replay("account", events));
                    var after = Open(LedgerFold.Apply(LedgerFold.Replay("account", events), last));

                    var ends = last is IntentEnd or Adopted or E.Intended;
                    Assert.That(before.Except(after).Count(), Is.LessThanOrEqualTo(ends ? 1 : 0));
                }
            );

    [Test]
    public void Id_ThatCameIn_IsHeldUntilAnEventEndsIt_OrAnotherIdTakesItsKey() =>
        Gen.Select(Many, Any)
            .Sample(
                (events, last) =>
                {
                    var before = LedgerFold.Replay("account", events);
                    var after = LedgerFold.Apply(before, last);

                    var lost = Live(before).Except(Live(after)).ToList();

                    var ends =
                        last
                        is Removal
                            or Retired
                            or E.Created
                            or Found
                            or Adopted
                            or Sent { Id: not null }
                            or E.Intended;
                    Assert.That(lost, Has.Count.LessThanOrEqualTo(ends ? 1 : 0));
                }
            );

    [Test]
    public void MoveOrder_OfAnyRenames_BringsEachObjectUnderItsNewKey() =>
        Gen.Shuffle(new[] { "a", "b", "c", "d", "e" })
            .Sample(to =>
            {
                string[] from = ["a", "b", "c", "d", "f"];
                var live = LedgerFold.Replay(
                    "account",
                    Stamped(from.SelectMany(key => new LedgerEvent[] { Intended(key), Created(key, $"id-{key}") }))
                );
                var moves = from.Zip(to, (old, key) => new Moved("northwind", Kind.Post, key, old));

                var after = MoveOrder.Of(moves).Aggregate(live, LedgerFold.Apply);

                Assert.That(
                    after.Objects.Values.Select(o => (o.Key, o.Id)),
                    Is.EquivalentTo(from.Zip(to, (old, key) => (key, (string?)$"id-{old}")))
                );
            });

    private static IEnumerable<string> Live(ClientLedger ledger) =>
        ledger.Objects.Values.Where(o => o.State == ObjectState.Live).Select(o => o.Id).OfType<string>();

    private static List<Intended> Open(ClientLedger ledger) =>
        [.. ledger.Objects.Values.Where(o => o.State == ObjectState.Open).Select(o => o.Intent!)];

    private static LedgerEvent Event(int number, string key, string other, string id, string? intent) =>
        number switch
        {
            0 => Intended(key),
            1 => Released(key) with { Intent = intent },
            2 => Created(key, id) with { Intent = intent },
            3 => new Rejected("northwind", Kind.Post, key, 422, "no", null) { Intent = intent },
            4 => new Moved("northwind", Kind.Post, key, other),
            5 => new Adopted("northwind", Kind.Post, key, id, Payload("Adopted")),
            6 => new Done("northwind", Kind.Post, key, Payload("Done")),
            7 => new Retired("northwind", Kind.Post, key),
            8 => new Retired("northwind", Kind.Post, key, Recreate: true),
            9 => new Sent("northwind", Kind.Post, key, intent is null ? null : id) { Intent = intent },
            10 => new NotSent("northwind", Kind.Post, key) { Intent = intent },
            11 => new Found("northwind", Kind.Post, key, id, Payload("Found")) { Intent = intent },
            12 => new Absent("northwind", Kind.Post, key) { Intent = intent },
            13 => new Updated("northwind", Kind.Post, key, Payload("Updated"), null)
            {
                Id = intent is null ? null : id,
            },
            14 => new Deleted("northwind", Kind.Post, key, null) { Id = id },
            15 => new Archived("northwind", Kind.Post, key, null),
            16 => new Overwrite("northwind", Kind.Post, key, "7QK4"),
            17 => new Approved("northwind", Kind.Post, key, "7QK4-M2XD-93TB", id),
            _ => new Seen("northwind", Kind.Post, key, id),
        };
}
