using Galley.Api;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Planning;
using Galley.Testing;

namespace Galley.Tests.Applying.Preflight;

/// <summary>What is asked before anything is sent, and what its answers stop.</summary>
public sealed class PreflightTests
{
    private static ApplierFixture One() => new ApplierFixture().Client("acme").Posts("acme", 1);

    private static Identity With(Identity identity, params string[] scopes) => identity with { Scopes = [.. scopes] };

    [Test]
    public async Task OneKey_IsAskedOnceForAllItsClients()
    {
        var fixture = One().Client("other").Posts("other", 2);

        await fixture.Apply();

        Assert.That(fixture.Api.Calls.Take(2), Is.EqualTo(new[] { "me", "clients" }));
        Assert.That(fixture.Api.Calls.Count(call => call is "me" or "clients"), Is.EqualTo(2));
    }

    [Test]
    public async Task ADirectAccount_NeedsNoListOfClients()
    {
        var fixture = new ApplierFixture()
            .Client("solo", new Account(ScriptedLeadPanther.Owner, IsDirect: true))
            .Posts("solo", 1);
        fixture.Api.Identity = With(fixture.Api.Identity, "posts:write");

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Calls, Is.EqualTo(new[] { "me", "list post", "post" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task ADirectAccount_OfAnotherKey_IsHeldAndSaysWhoseKeyItIs()
    {
        var fixture = One().Client("solo", new Account("someone-else", IsDirect: true)).Posts("solo", 1);

        var result = await fixture.Apply();

        Assert.That(result.Held.Single().Client, Is.EqualTo("solo"));
        Assert.That(
            result.Held[0].Sentence,
            Does.Contain("clients/solo/client.yaml says user_id someone-else").And.Contain("An Agency")
        );
        Assert.That(result.Done.Single().Client, Is.EqualTo("acme"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [TestCase("posts:write", "lead_magnets:write", "media:write")]
    [TestCase("clients:read", "lead_magnets:write", "media:write")]
    [TestCase("clients:read", "posts:write", "media:write")]
    [TestCase("clients:read", "posts:write", "lead_magnets:write")]
    public async Task AMissingScope_IsNamedAndNothingIsSent(params string[] scopes)
    {
        var fixture = One()
            .Magnet("acme", "guide")
            .Post("acme", "q", null, null, ApplierFixture.Picture("a.png", "a1"));
        fixture.Api.Identity = With(fixture.Api.Identity, scopes);
        var lacking = new[] { "clients:read", "posts:write", "lead_magnets:write", "media:write" }
            .Except(scopes)
            .Single();

        var refused = await fixture.End() as ApplyCompletion.Refused;

        Assert.That(refused!.Why, Does.Contain($"lacks the scope {lacking}"));
        Assert.That(refused.Need, Is.EqualTo(ExitCode.Error));
        Assert.That(fixture.Api.Calls, Is.EqualTo(new[] { "me", "clients" }), "both are reads, asked for side by side");
        Assert.That(fixture.LedgerOf("acme"), Is.Empty);
    }

    [TestCase(12, "12 minutes behind")]
    [TestCase(-61, "61 minutes ahead of")]
    [TestCase(1, null)]
    public async Task AClock_ThatIsMoreThanAMinuteOff_SendsNothing(int minutes, string? words)
    {
        var fixture = One();
        fixture.ComparesClocks = true;
        fixture.Api.Identity = fixture.Api.Identity with { ServerTime = fixture.Clock.GetUtcNow().AddMinutes(minutes) };

        var end = await fixture.End();

        Assert.That((end as ApplyCompletion.Refused)?.Why, words is null ? Is.Null : Does.Contain(words));
        Assert.That((end as ApplyCompletion.Refused)?.Need, words is null ? Is.Null : Is.EqualTo(ExitCode.Error));
        Assert.That(fixture.LedgerOf("acme").Any(), Is.EqualTo(words is null));
    }

    [Test]
    public async Task AScopeThatThisRunDoesNotNeed_MayBeMissing()
    {
        var fixture = One();
        fixture.Api.Identity = With(fixture.Api.Identity, "clients:read", "posts:write");

        Assert.That((await fixture.Apply()).ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task A401_StopsTheRun()
    {
        var fixture = One();
        fixture.Api.OnMe = () =>
            throw new ApiException("GET /me answered 401: invalid key (request_id req_1).", 401, "req_1");

        var refused = await fixture.End() as ApplyCompletion.Refused;

        Assert.That(refused!.Why, Does.Contain("does not accept this API key").And.Contain("req_1"));
        Assert.That(refused.Need, Is.EqualTo(ExitCode.Error));
        Assert.That(fixture.Api.Creates, Is.Empty);
    }

    [TestCase("revoked")]
    [TestCase("pending")]
    public async Task AGrantThatIsNotActive_HoldsItsClientWhileOthersGoOn(string status)
    {
        var fixture = One().Client("other").Posts("other", 1);
        fixture.Api.Accounts.Clear();
        fixture.Api.Grant(ApplierFixture.AccountOf("acme").Id, status);
        fixture.Api.Grant(ApplierFixture.AccountOf("other").Id);

        var result = await fixture.Apply();

        Assert.That(result.Held.Single().Client, Is.EqualTo("acme"));
        Assert.That(result.Held[0].Reason, Is.EqualTo("client"));
        Assert.That(result.Held[0].Sentence, Does.Contain($"is {status}, not active"));
        Assert.That(result.Done.Single().Client, Is.EqualTo("other"));
        Assert.That(fixture.Ledger.Header.Clients.Keys, Is.EqualTo(new[] { "account-other" }));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task AnAccountThatIsNotListed_HoldsItsClient()
    {
        var fixture = One();
        fixture.Api.Accounts.Clear();

        var result = await fixture.Apply();

        Assert.That(result.Held.Single().Sentence, Does.Contain("account-acme").And.Contain("`galley clients`"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Error));
    }

    [Test]
    public async Task AnAccountStatusOtherThanActive_IsNotOursToJudge()
    {
        var fixture = One();
        fixture.Api.Accounts[0] = fixture.Api.Accounts[0] with { AccountStatus = "trialing" };

        Assert.That((await fixture.Apply()).ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task APermissionThatTheGrantDoesNotList_IsAWarning()
    {
        var fixture = One();
        fixture.Api.Accounts.Clear();
        fixture.Api.Grant(ApplierFixture.AccountOf("acme").Id, "active", "posts:read");

        var result = await fixture.Apply();

        Assert.That(result.Warnings.Single(), Does.Contain("posts:write"));
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task TheFirstApply_BindsTheLedgerToTheApiAndItsOwner()
    {
        var fixture = One();

        await fixture.Apply();

        Assert.That(fixture.Ledger.Header.Api, Is.EqualTo(fixture.Api.BaseUrl));
        Assert.That(fixture.Ledger.Header.Clients["account-acme"], Is.EqualTo(ScriptedLeadPanther.Owner));
    }

    [Test]
    public async Task NothingToCreate_AsksNothing()
    {
        var fixture = new ApplierFixture().Client("acme");

        var result = await fixture.Apply();

        Assert.That(fixture.Api.Calls, Is.Empty);
        Assert.That(result.ExitCode, Is.EqualTo(ExitCode.Fine));
    }

    [Test]
    public async Task OverTheLimit_WithNothingElseToDo_IsRefusedWithNumberLimitSettingAndFlag()
    {
        var fixture = new ApplierFixture().Client("acme").Posts("acme", 6);
        fixture.Limits = PlanLimits.None with { MaxCreates = 5 };

        var refused = await fixture.End() as ApplyCompletion.Refused;

        Assert.That(refused!.Need, Is.EqualTo(ExitCode.Refused));
        Assert.That(
            refused.Why,
            Does.Contain("6 creates")
                .And.Contain("allows 5 in one run")
                .And.Contain("limits.max_creates")
                .And.Contain("--allow-creates 6")
        );
        Assert.That(fixture.Api.Calls, Is.Empty);
    }

    [Test]
    public async Task OverTheLimit_HoldsTheClientWithTheMost_AndSendsTheOthers()
    {
        var fixture = new ApplierFixture().Client("acme").Posts("acme", 6).Client("beta").Posts("beta", 2);
        fixture.Limits = PlanLimits.None with { MaxCreates = 5 };

        var result = await fixture.Apply();

        Assert.That(result.Done.Select(item => item.Client), Is.EqualTo(new[] { "beta", "beta" }));
        Assert.That(
            result.Held.Select(item => (item.Client, item.Reason)).Distinct(),
            Is.EqualTo(new[] { ("acme", Reason.Limit) })
        );
    }
}
