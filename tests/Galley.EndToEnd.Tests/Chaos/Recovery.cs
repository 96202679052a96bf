using Galley.Cli.Tests.Running;
using Galley.Diagnostics;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.State;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>What must hold after a death, and how people bring it to its end.</summary>
internal static class Recovery
{
    /// <param name="most">How much may be in doubt.</param>
    /// <param name="explained">Of that, what was in doubt without the death that is looked at; null: there was not just one.</param>
    public static void Check(LedgerAudit audit, int most, int? explained = 0)
    {
        Figures.Found(audit.Duplicates.Count, audit.Lost.Count, mostInDoubt: audit.Doubts.Count - explained ?? 0);
        Assert.Multiple(() => CheckEach(audit, most));
    }

    private static void CheckEach(LedgerAudit audit, int most)
    {
        Assert.That(audit.Duplicates, Is.Empty, "nothing is in LeadPanther twice");
        Assert.That(audit.Lost, Is.Empty, "ledger and LeadPanther know of the same objects");
        Assert.That(audit.AboutToBeDuplicates, Is.Empty, "the plan sends nothing that may be there");
        Assert.That(audit.Unnamed, Is.Empty, "each doubt stands in the plan");
        Assert.That(audit.Doubts, Has.Count.AtMost(most), "no more in doubt than was in flight");
    }

    /// <summary>A person looks into LeadPanther and says for each doubt what is there.</summary>
    /// <param name="namesId">Whether they type a post's id too; a lead magnet needs it.</param>
    public static async Task Settle(ChaosFixture fixture, Func<bool>? namesId = null)
    {
        fixture.LetFlightsEnd();
        foreach (var doubt in (await LedgerAudit.Open(fixture)).Doubts)
        {
            var name = new[] { ContentKind.For(doubt.Object.Kind).Name, $"{doubt.Slug}/{doubt.Object.Key}" };
            var said = await Cli(
                fixture,
                doubt.Id is not { } id ? ["not-sent", .. name]
                    : doubt.Object.Kind == Kind.LeadMagnet || namesId?.Invoke() != false ? ["sent", .. name, id]
                    : ["sent", .. name]
            );
            Assert.That(said.ExitCode, Is.Zero, said.Error);
        }
    }

    /// <summary>All that is wanted is there once, as the ledger says, and another run sends nothing.</summary>
    /// <param name="touched">What a person edited or deleted in LeadPanther stays as they left it.</param>
    /// <param name="isRace">A fault in the eyes of the API that two runs at once can't but commit.</param>
    public static async Task CheckDone(
        ChaosFixture fixture,
        IReadOnlySet<string>? touched = null,
        Func<SandboxViolation, bool>? isRace = null
    )
    {
        var audit = await LedgerAudit.Open(fixture, touched);
        Check(audit, most: 0);
        Assert.That(audit.LeftToSend, Is.Empty);
        Assert.That(audit.Different, Is.Empty, "LeadPanther shows what the ledger says");
        Assert.That(
            fixture.Sandbox.Violations.Where(violation => isRace?.Invoke(violation) != true),
            Is.Empty,
            "nothing but the documented API was used"
        );

        var sent = Sent(fixture);
        var second = await Cli(fixture, "apply");
        Assert.That(second.ExitCode, Is.Zero.Or.EqualTo((int)ExitCode.PersonNeeded), second.Error);
        Assert.That(Sent(fixture), Is.EqualTo(sent), "a run after success sends nothing");
    }

    private static int Sent(ChaosFixture fixture) => fixture.Sandbox.Requests.Count(request => request.Method != "GET");

    /// <summary>The way to LeadPanther: the agency's key, and that of the account that has its own.</summary>
    public static IReadOnlyDictionary<string, string> Door(ChaosFixture fixture) =>
        new Dictionary<string, string>
        {
            ["LEADPANTHER_API_URL"] = fixture.Proxy.Url,
            ["LEADPANTHER_API_KEY"] = SandboxAccounts.AgencySecret,
            [$"LEADPANTHER_API_KEY_{RandomContent.Direct.Label!.ToUpperInvariant()}"] = SandboxAccounts.DirectSecret(
                RandomContent.Direct
            ),
        };

    public static Task<CliRun> Cli(ChaosFixture fixture, params string[] arguments) =>
        CliRun.In(
            fixture.Root,
            new Dictionary<string, string>(Door(fixture))
            {
                ["GALLEY_NOW"] = fixture.Clock.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'"),
            },
            [.. arguments, "--ledger", fixture.LedgerUri.ToString()!]
        );
}
