using Galley.Api;
using Galley.Applying;
using Galley.Applying.Results;
using Galley.Content;
using Galley.LeadPanther;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Keys;
using Galley.LeadPanther.Routing;
using Galley.Ledger;
using Galley.Ledger.Stores;
using Galley.Planning;
using Galley.Rules;
using Galley.Sandbox.Accounts;
using NodaTime.Extensions;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>One apply in this process, put together as the command does, that can die at any crossing of its fuse.</summary>
internal sealed class InProcessApply(ChaosFixture fixture, string root, CrashTrigger trigger)
{
    public const int Concurrency = 4;

    private int _unclear;

    /// <summary>Creates that an answer, or its absence, left in doubt: what faults may add to what a death leaves.</summary>
    public int Unclear => Volatile.Read(ref _unclear);

    /// <summary>A person's wish that it starts nothing new.</summary>
    public CancellationToken Stop { get; init; }

    /// <summary>Whether what keeps it from beginning is thrown.</summary>
    public bool Throws { get; init; }

    /// <summary>How the ledger's files come to be on disk.</summary>
    public DiskSync Disk { get; init; } = new();

    /// <summary>What came of it; null when it died, or could not begin.</summary>
    public async Task<ApplyResult?> Run()
    {
        using var agency = Client(fixture, isDirect: false);
        using var direct = Client(fixture, isDirect: true);
        try
        {
            await using var ledger = await LedgerFactory.Open(
                fixture.LedgerUri,
                root,
                fixture.Options(forApply: true) with
                {
                    Disk = Disk,
                },
                default
            );
            var (ofAgency, ofDirect) = (Fused(agency), Fused(direct));
            var apply = Apply(new CrashingLedger(ledger, trigger), client =>
                client.Account.IsDirect ? ofDirect : ofAgency
            );
            if (await Task.WhenAny(apply, trigger.Blown) == apply)
            {
                return ResultOf(await apply);
            }

            await trigger.Settle();
            return null;
        }
        catch (GalleyException) when (!Throws)
        {
            // LeadPanther did not say who we are, or the ledger could not be had: nothing was begun.
            return null;
        }
    }

    private CrashingLeadPanther Fused(LeadPantherClient api) =>
        new(api, trigger, () => Interlocked.Increment(ref _unclear));

    private static ApplyResult ResultOf(ApplyCompletion end) =>
        end switch
        {
            ApplyCompletion.Refused refused => throw new GalleyException(refused.Why, refused.Need),
            // Whatever is played to a run, none may break off.
            ApplyCompletion.Aborted off => throw new InvalidOperationException(off.Result.Error, off.Fault),
            _ => end.Result,
        };

    private async Task<ApplyCompletion> Apply(ILedger ledger, Func<Client, ILeadPanther> apiFor)
    {
        var repository = Repository.Open(root);
        var now = fixture.Clock.GetUtcNow().ToInstant();
        var planner = new Planner(repository, ledger, new Validator(repository, now, ValidationPurpose.Plan), now);
        var planned = await planner.Plan(repository.Slugs, default);
        var dependencies = new ApplyDependencies
        {
            Ledger = ledger,
            ApiFor = apiFor,
            Replan = planner.PlanAgain,
            Open = media => MediaBytes.Open(root, media),
            Clock = fixture.Clock,
            Random = () => 0.5,
        };
        return await new Applier(dependencies, new ApplyOptions { Concurrency = Concurrency }).Apply(
            planned.Clients,
            Stop
        );
    }

    /// <summary>With the agency's key, or with that of the account that has its own.</summary>
    public static LeadPantherClient Client(ChaosFixture fixture, bool isDirect) =>
        LeadPantherClient.Create(
            new ClientOptions
            {
                ApiUrl = ApiUrl.Parse(fixture.Proxy.Url),
                ApiKey = ApiKey.Parse(
                    isDirect ? SandboxAccounts.DirectSecret(RandomContent.Direct) : SandboxAccounts.AgencySecret,
                    "the test"
                ),
                TimeProvider = fixture.Clock,
                Version = "0",
            }
        );
}
