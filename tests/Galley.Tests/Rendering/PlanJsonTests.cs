using Galley.Planning;
using Galley.Rendering.Json;
using Galley.Testing;
using NJsonSchema;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering;

internal sealed class PlanJsonTests
{
    [Test]
    public void Write_EveryAction() => Snapshot.Match(Json(PlanFixture.Everything()));

    [Test]
    public async Task Write_EveryAction_IsWhatTheSchemaDescribes()
    {
        await using var stream = typeof(Plan).Assembly.GetManifestResourceStream("schemas/plan.schema.json")!;
        var schema = await JsonSchema.FromJsonAsync(stream);

        Assert.That(schema.Validate(Json(PlanFixture.Everything())), Is.Empty);
    }

    [Test]
    public void Parse_WhatWasWritten_IsTheSamePlan()
    {
        var json = Json(PlanFixture.Everything());

        var plan = PlanJson.Parse(json, "plan.json");

        Assert.That(Json(plan), Is.EqualTo(json));
        Assert.That(
            plan.Actions.Select(pair => pair.Action),
            Has.One.Matches<PlanAction>(action => action!.Changes.Count(change => change.IsDrift) == 2)
        );
    }

    [Test]
    public void Write_TextOfAllLengths_ArrivesWhole()
    {
        var plan = PlanFixture.Everything();
        var details = Enumerable.Range(0, 3000).Select(length => string.Concat(Enumerable.Repeat("é🚀x", length % 97)));
        var action = plan.Clients[0].Actions[0];
        plan = plan with
        {
            Clients = [plan.Clients[0] with { Actions = [.. details.Select(text => action with { Detail = text })] }],
        };

        var read = PlanJson.Parse(Json(plan), "plan.json");

        Assert.That(read.Actions.Select(pair => pair.Action.Detail), Is.EqualTo(details));
    }

    [Test]
    public void Write_ALargePlan_HoldsNoneOfItsText()
    {
        var pieces = new Pieces();
        var plan = PlanFixture.Everything();
        var action = plan.Clients[0].Actions[0];
        var large = plan with { Clients = [plan.Clients[0] with { Actions = [.. Enumerable.Repeat(action, 5000)] }] };

        PlanJson.Write(pieces, large);

        Assert.That(pieces.All, Is.GreaterThan(1_000_000));
        Assert.That(pieces.Longest, Is.LessThan(100_000));
    }

    [TestCase("[]")]
    [TestCase("{\"version\": 1, \"clients\": []}")]
    [TestCase("{\"version\": 1, \"digest\": \"\", \"ledger\": null}")]
    [TestCase(
        "{\"version\": 1, \"digest\": \"\", \"ledger\": {\"id\": null}, \"now\": \"2026-06-08T09:00:00Z\", "
            + "\"clients\": [null], \"diagnostics\": [], \"totals\": {}}"
    )]
    public void Parse_AnotherFile_IsRefused(string json) =>
        Assert.That(
            () => PlanJson.Parse(json, "x.json"),
            Throws.InstanceOf<GalleyException>().With.Message.StartsWith("x.json is not a plan")
        );

    private static string Json(Plan plan) => Written.By(to => PlanJson.Write(to, plan));

    private sealed class Pieces : StringWriter
    {
        public int All { get; private set; }

        public int Longest { get; private set; }

        public override void Write(char[] buffer, int index, int count)
        {
            All += count;
            Longest = Math.Max(Longest, count);
        }
    }
}
