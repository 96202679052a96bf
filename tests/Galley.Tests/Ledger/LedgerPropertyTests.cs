using CsCheck;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Tests.Ledger;

/// <summary>Whatever the life of a client's objects was: any prefix of its ledger folds, and any flipped byte is found.</summary>
internal sealed class LedgerPropertyTests
{
    private static readonly string[] Keys = ["a", "b", "c"];

    private static readonly Gen<LedgerEvent[]> Lives = Gen.Select(Gen.Int[0, Keys.Length - 1], Gen.Bool, Gen.Int[0, 99])
        .Array[1, 30]
        .Select(Live);

    [Test]
    public void AnyPrefix_OfAnyLife_FoldsToWhatWasTrueThen() =>
        Gen.Select(Lives, Gen.Double[0, 1])
            .Sample(
                (life, share) =>
                {
                    var whole = File(life);
                    var length = (int)(share * whole.Content.Length);

                    var file = LedgerFile.Read(
                        whole.Content[..length].ToArray(),
                        "name",
                        "ledger",
                        "account",
                        tornIsDamage: false
                    );

                    Assert.That(file.Stored + file.Torn, Is.EqualTo(length));
                    Assert.That(file.Events, Is.EqualTo(whole.Events.Take(file.Events.Count)));
                    Assert.That(file.State.Objects, Is.EquivalentTo(LedgerFold.Replay("account", file.Events).Objects));
                    Assert.That(
                        file.State.Objects.Values.Where(o => o.State == ObjectState.Open).Select(o => (o.Kind, o.Key)),
                        Is.EquivalentTo(Unended(file.Events))
                    );
                }
            );

    [Test]
    public void AnyBit_OfAnyLife_Flipped_IsFound() =>
        Gen.Select(Lives, Gen.Double[0, 1], Gen.Int[0, 7], Gen.Bool)
            .Sample(
                (life, share, bit, tornIsDamage) =>
                {
                    byte[] bytes = File(life).Content.ToArray();
                    bytes[(int)(share * (bytes.Length - 1))] ^= (byte)(1 << bit);

                    Assert.That(
                        () => LedgerFile.Read(bytes, "name", "ledger", "account", tornIsDamage),
                        Throws.TypeOf<LedgerDamagedException>()
                    );
                }
            );

    [Test]
    public void AnyPrefix_WithTheRestAppended_IsTheWholeFile() =>
        Gen.Select(Lives, Gen.Double[0, 1])
            .Sample(
                (life, share) =>
                {
                    var whole = File(life);
                    var first = (int)(share * whole.Events.Count);

                    var both = LedgerFile
                        .Empty("ledger", "account")
                        .Append(whole.Events.Take(first))
                        .AsStored()
                        .Append(whole.Events.Skip(first));

                    Assert.That(both.Content.ToArray(), Is.EqualTo(whole.Content.ToArray()));
                }
            );

    [Test]
    public void IsOnlyOf_IsTrue_WhereNoOtherRunWroteBehindTheEvent_WhetherItWasReadOrAppended() =>
        Gen.Select(Lives, Gen.Int[1, 3].Array[40], Gen.Double[0, 1])
            .Sample(
                (life, runs, share) =>
                {
                    LedgerEvent[] events =
                    [
                        .. LedgerTestEvents
                            .Stamped(life)
                            .Select((e, i) => e with { Stamp = e.Stamp! with { Run = $"run{runs[i % runs.Length]}" } }),
                    ];
                    var whole = LedgerFile.Empty("ledger", "account").Append(events);
                    var grown = LedgerFile.Empty("ledger", "account").Append(events[..(int)(share * events.Length)]);
                    _ = grown.Holds("nothing");
                    grown = grown.Append(events.Skip(grown.Events.Count));

                    foreach (var after in events.Select(e => e.Stamp!.Id).Prepend(null))
                    {
                        var behind = events.Skip(Array.FindIndex(events, e => e.Stamp!.Id == after) + 1);
                        var isOnlyOf = behind.All(e => e.Stamp!.Run == "run1");
                        Assert.That(
                            (whole.IsOnlyOf("run1", after), grown.IsOnlyOf("run1", after)),
                            Is.EqualTo((isOnlyOf, isOnlyOf))
                        );
                    }
                }
            );

    private static LedgerFile File(LedgerEvent[] life) =>
        LedgerFile.Empty("ledger", "account").Append(LedgerTestEvents.Stamped(life));

    /// <summary>What may have been sent, told without the fold: an intent that nothing has ended. A move is of what is live.</summary>
    private static IEnumerable<(Kind, string)> Unended(IEnumerable<LedgerEvent> events) =>
        events
            .OfType<ObjectEvent>()
            .Where(e => e is Intended or IntentEnd)
            .GroupBy(e => (e.Kind, e.Key))
            .Where(of => of.Last() is Intended)
            .Select(of => of.Key);

    /// <summary>Steps that each object's state allows, chosen by the numbers.</summary>
    private static LedgerEvent[] Live((int Key, bool IsPost, int Choice)[] steps)
    {
        var (ledger, events) = (ClientLedger.Empty("account"), new List<LedgerEvent>());
        foreach (var (key, isPost, choice) in steps)
        {
            LedgerEvent[] next = [.. Next(ledger, isPost ? Kind.Post : Kind.LeadMagnet, Keys[key], events.Count)];
            events.Add(next[choice % next.Length]);
            ledger = LedgerFold.Apply(ledger, events[^1]);
        }

        return [.. events];
    }

    private static IEnumerable<LedgerEvent> Next(ClientLedger ledger, Kind kind, string key, int number) =>
        (ledger.Find(kind, key)?.State ?? ObjectState.NotSent) switch
        {
            ObjectState.NotSent =>
            [
                LedgerTestEvents.Intended(key, $"Text {number}", kind),
                new Adopted("northwind", kind, key, $"id-{number}", LedgerTestEvents.Payload($"Text {number}")),
                new Found("northwind", kind, key, $"id-{number}", LedgerTestEvents.Payload($"Text {number}")),
                new Uploaded(
                    "northwind",
                    $"{key}.png",
                    new string('a', 64),
                    "image/png",
                    number,
                    "https://cdn.example/ä.png"
                ),
            ],
            ObjectState.Open =>
            [
                new Created("northwind", kind, key, $"id-{number}", "req_1"),
                new Released("northwind", kind, key, "429"),
                new Rejected("northwind", kind, key, 422, "taken", null),
                new Sent("northwind", kind, key, number % 2 == 0 ? $"id-{number}" : null),
                new NotSent("northwind", kind, key),
                new Found("northwind", kind, key, $"id-{number}", LedgerTestEvents.Payload($"Text {number}")),
                new Absent("northwind", kind, key),
            ],
            ObjectState.Live =>
            [
                new Done("northwind", kind, key, LedgerTestEvents.Payload($"Text {number}")),
                new Seen("northwind", kind, key, "id"),
                new Moved("northwind", kind, $"{key}-{number}", key),
                new Retired("northwind", kind, key),
                new Retired("northwind", kind, key, Recreate: true),
                new Updated("northwind", kind, key, LedgerTestEvents.Payload($"Text {number}"), "req_2"),
                new Overwrite("northwind", kind, key, "7QK4"),
                new Approved("northwind", kind, key, "7QK4-M2XD-93TB", "Anna Smith"),
                new Deleted("northwind", kind, key, "req_3"),
                new Archived("northwind", kind, key, "req_3") { Id = ledger.Find(kind, key)!.Id },
            ],
            _ =>
            [
                new Retired("northwind", kind, key, Recreate: true),
                new Adopted("northwind", kind, key, $"id-{number}", LedgerTestEvents.Payload("Old")),
            ],
        };
}
