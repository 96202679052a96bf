using System.Text.Json.Nodes;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>A version of Galley that renders better, or has another default, touches nothing that is live (design §5).</summary>
internal sealed class RepeatedApplyTests
{
    [TestCase(true, false, TestName = "AnotherRenderer_OverLiveObjects_SendsAndAsksNothing")]
    [TestCase(false, true, TestName = "AnotherDefaultOfTheAuthorsFields_OverLiveObjects_SendsAndAsksNothing")]
    public async Task NewVersion(bool rendersOtherwise, bool resolvesOtherwise)
    {
        await using var fixture = await ChaosFixture.Open(Store.Folder, CrashContent.Accounts);
        fixture.Write(CrashContent.Files);
        Assert.That(
            (await new InProcessApply(fixture, fixture.Root, new CrashTrigger(null)).Run())!.Done,
            Has.Length.EqualTo(CrashContent.Creates)
        );
        await SendAsAnotherVersionDid(fixture, payload =>
            payload with
            {
                Wire = rendersOtherwise ? """{"text":"As the old renderer wrote it."}""" : payload.Wire,
                Canonical = resolvesOtherwise ? WithAnotherField(payload.Canonical) : payload.Canonical,
            }
        );

        var plan = await Recovery.Cli(fixture, "plan", "--detailed-exitcode");
        var again = await new InProcessApply(fixture, fixture.Root, new CrashTrigger(null)).Run();

        Assert.That(plan.ExitCode, Is.Zero, plan.Out + plan.Error);
        Assert.That(again!.Items, Is.Empty);
        Assert.That(again.ByHand, Is.Zero);
        Assert.That(
            fixture.Sandbox.Posts.Length + fixture.Sandbox.LeadMagnets.Length,
            Is.EqualTo(CrashContent.Creates)
        );
    }

    private static string WithAnotherField(string canonical)
    {
        var fields = JsonNode.Parse(canonical)!;
        fields["an_older_field"] = "as the old version resolved it";
        return fields.ToJsonString();
    }

    /// <summary>The ledger holds, for each live object, what an earlier Galley would have made of the same file.</summary>
    private static async Task SendAsAnotherVersionDid(ChaosFixture fixture, Func<Payload, Payload> make)
    {
        await using var ledger = await LedgerFactory.Open(
            fixture.LedgerUri,
            fixture.Root,
            fixture.Options(forApply: true),
            default
        );
        var client = Content.Repository.Open(fixture.Root).Read("northwind").Client!;
        var live = (await ledger.Read(client.Account.Id, default)).Objects.Values;
        await ledger.Record(
            client.Account,
            [.. live.Select(o => new Done("northwind", o.Kind, o.Key, make(o.Baseline!)))],
            default
        );
    }
}
