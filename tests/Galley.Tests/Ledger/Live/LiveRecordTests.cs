using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Live;
using NJsonSchema;
using NodaTime;
using static Galley.Tests.Ledger.LedgerTestEvents;

namespace Galley.Tests.Ledger.Live;

internal sealed class LiveRecordTests
{
    private static readonly string Text = new('a', 500);
    private static readonly string Sent = $$"""{"text":"{{Text}}","status":"scheduled","title":"A title"}""";

    [Test]
    public void LongField_ThatIsAsItWasSent_IsKeptAsItsHash_AndShownAgain()
    {
        var record = ObjectRecord.From(Shown(Text), Sent, Noon);

        Assert.That(record.Fields!.ToJsonString(), Does.Contain("sha256").And.Not.Contain("aaaa"));
        Assert.That(record.AsShown(Sent)!.Text, Is.EqualTo(Text));
        Assert.That(record.AsShown(Sent)!.Status, Is.EqualTo("scheduled"));
    }

    [Test]
    public void LongField_ThatDiffers_IsKeptWhole()
    {
        var record = ObjectRecord.From(Shown(Text + "!"), Sent, Noon);

        Assert.That(record.AsShown(Sent)!.Text, Is.EqualTo(Text + "!"));
    }

    [Test]
    public void LongField_ThatWasSentAnewSince_SaysNothing()
    {
        var record = ObjectRecord.From(Shown(Text), Sent, Noon);

        Assert.That(record.AsShown("""{"text":"Another text"}""")!.Shows("text"), Is.False);
    }

    [Test]
    public void Fields_ThatGalleyNeverSends_AreNotKept()
    {
        var shown = Shown("Hello");
        shown.Fields["commenters"] = new JsonArray("Somebody's name");
        shown.Fields["title"] = "A title";

        Assert.That(
            ObjectRecord.From(shown, Sent, Noon).Fields!.Select(f => f.Key),
            Is.EqualTo(new[] { "text", "status", "title" })
        );
        Assert.That(
            ObjectRecord.From(shown, null, Noon).Fields!.Select(f => f.Key),
            Is.EqualTo(new[] { "text", "status" })
        );
    }

    [Test]
    public void WholeList_TakesThePlaceOfItsKind_AndAnotherAddsToIt()
    {
        var magnet = new ObjectRecord(Kind.LeadMagnet, "id-m", Noon, []);
        var before = LiveRecord.Empty.With(magnet).With(Seen("id-1")).With(Seen("id-2"));

        var whole = before.With(new ListRecord(Kind.Post, Noon, IsWhole: true, null), [Seen("id-3")]);
        var cut = before.With(
            new ListRecord(Kind.Post, Noon, IsWhole: false, "Page 2 did not answer."),
            [Seen("id-3")]
        );

        Assert.That(whole.Objects.Select(o => o.Id), Is.EqualTo(new[] { "id-m", "id-3" }));
        Assert.That(cut.Objects.Select(o => o.Id), Is.EqualTo(new[] { "id-m", "id-1", "id-2", "id-3" }));
        Assert.That(
            cut.Lists.Select(list => (list.Kind, list.WhyNot)),
            Is.EqualTo([(Kind.Post, "Page 2 did not answer.")])
        );
    }

    /// <summary>Else the ledger would have answered the older question already, and nobody would look.</summary>
    [TestCase(4, 5, "mine")]
    [TestCase(5, 4, "other")]
    public void QuestionOfAnotherRun_BesideOnesOwn_GivesWayToTheOneThatKnowsMore(int others, int own, string kept)
    {
        var stored = LiveRecord.Empty.With(Changing("other", others));

        var record = LiveRecord.Empty.With(Changing("mine", own)).WithOpenQuestions(stored, "mine");

        Assert.That(record.Objects.Single().ChangingRun, Is.EqualTo(kept));
    }

    [Test]
    public async Task Text_FitsTheSchema_AndReadsBack()
    {
        var record = LiveRecord
            .Empty.With(
                new ListRecord(Kind.Post, Noon, IsWhole: false, "Cut off."),
                [ObjectRecord.From(Shown(Text), Sent, Noon)]
            )
            .With(ObjectRecord.Missing(Kind.LeadMagnet, "id-9", Noon + Duration.FromSeconds(1)));

        var bytes = LiveFormat.Write(record);
        var read = LiveFormat.Read(bytes)!;

        await using var schema = typeof(ILedger).Assembly.GetManifestResourceStream("schemas/live.schema.json")!;
        var errors = (await JsonSchema.FromJsonAsync(await new StreamReader(schema).ReadToEndAsync())).Validate(
            Encoding.UTF8.GetString(bytes)
        );
        Assert.That(errors, Is.Empty);
        Assert.That(LiveFormat.Write(read), Is.EqualTo(bytes));
        Assert.That(read.Objects.Single(known => known.IsOf(Kind.LeadMagnet, "id-9")).AsShown(null), Is.Null);
    }

    [TestCase("{}")]
    [TestCase("null")]
    [TestCase("""{"lists":[null],"objects":[]}""")]
    [TestCase("""{"lists":[],"objects":[{"kind":"post","id":"a","at":"today"}]}""")]
    [TestCase("""{"lists":[],"objects":[{"kind":"post","at":"2026-06-01T12:00:00.000Z"}]}""")]
    public void Read_WhatGalleyDidNotWrite_IsNothing(string text) =>
        Assert.That(LiveFormat.Read(Encoding.UTF8.GetBytes(text)), Is.Null);

    [Test]
    public void Read_AnyBytes_NeverThrows() => Gen.Byte.Array.Sample(bytes => _ = LiveFormat.Read(bytes));

    private static ObjectRecord Changing(string run, int events) =>
        ObjectRecord.Changing(Kind.Post, "id-1", Noon, run) with
        {
            Events = events,
        };

    private static ObjectRecord Seen(string id) => new(Kind.Post, id, Noon, []);

    private static LiveObject Shown(string text) =>
        new(
            Kind.Post,
            "id-1",
            new JsonObject
            {
                ["id"] = "id-1",
                ["text"] = text,
                ["status"] = "scheduled",
            }
        );
}
