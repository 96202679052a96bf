using Galley.Planning;
using Galley.Rendering.Json;
using NJsonSchema;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering;

internal sealed class PlanJsonTests
{
    [Test]
    public void Write_EveryAction() => Snapshot.Match(PlanJson.Write(PlanFixture.Everything()));

    [Test]
    public async Task Write_EveryAction_IsWhatTheSchemaDescribes()
    {
        await using var stream = typeof(Plan).Assembly.GetManifestResourceStream("schemas/plan.schema.json")!;
        var schema = await JsonSchema.FromJsonAsync(stream);

        Assert.That(schema.Validate(PlanJson.Write(PlanFixture.Everything())), Is.Empty);
    }

    [Test]
    public void Parse_WhatWasWritten_IsTheSamePlan()
    {
        var json = PlanJson.Write(PlanFixture.Everything());

        var plan = PlanJson.Parse(json, "plan.json");

        Assert.That(PlanJson.Write(plan), Is.EqualTo(json));
        Assert.That(
            plan.Actions.Select(pair => pair.Action),
            Has.One.Matches<PlanAction>(action => action!.Changes.Count(change => change.IsDrift) == 2)
        );
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
}
