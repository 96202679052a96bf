using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Text;
using Galley.Testing;

namespace Galley.Tests.Rendering;

internal sealed class PlanSummaryTests
{
    [Test]
    public void TwoHundredClients_AreAPage_WithWhatNeedsAPersonFirst()
    {
        var plan = Of(200, posts: 50, Post("maybe", ActionType.InDoubt));

        var page = PlanText.WritePage(plan);

        using var scope = Assert.EnterMultipleScope();
        Assert.That(page.Split('\n'), Has.Length.LessThan(65));
        Assert.That(page, Does.StartWith("Client 0 (client-000, UTC)\n  Needs you\n    ? post        maybe"));
        Assert.That(page, Does.Contain("… and 194 more that will be deleted or need you\n"));
        Assert.That(page, Does.Contain("Client 7 (client-007): 1 in doubt, 50 to send\n"));
        Assert.That(page, Does.Contain("… and 180 other clients: 180 in doubt, 9,000 to send\n"));
        Assert.That(
            page,
            Does.EndWith("`galley plan --client SLUG` those of one client.\nPlan: 200 in doubt, 10,000 to send.\n")
        );
    }

    [Test]
    public void ClientsWithNothingToDo_AreOneLine()
    {
        var plan = Of(3, posts: 40);
        var calm = Of(5, posts: 0, Post("live", ActionType.Unchanged));

        var page = PlanText.WritePage(plan with { Clients = [.. plan.Clients, .. calm.Clients] });

        Assert.That(page, Does.Contain("Nothing to do for 5 other clients: 5 in LeadPanther (scheduled)\n"));
    }

    [Test]
    public void OneClient_IsShownWhole() => Assert.That(PlanSummary.Of(Of(1, posts: 500)), Is.Null);

    [Test]
    public void AFewPosts_AreShownWhole() => Assert.That(PlanSummary.Of(Of(3, posts: 20)), Is.Null);

    private static Plan Of(int clients, int posts, params PlanAction[] more) =>
        new()
        {
            Now = Sample.Now,
            LedgerId = "ledger-1",
            Clients =
            [
                .. Enumerable
                    .Range(0, clients)
                    .Select(client => new ClientPlan(
                        $"client-{client:000}",
                        $"Client {client}",
                        "UTC",
                        [.. more, .. Enumerable.Range(0, posts).Select(post => Post($"post-{post}", ActionType.Create))]
                    )),
            ],
            Diagnostics = ImmutableArray<Diagnostic>.Empty,
        };

    private static PlanAction Post(string key, ActionType type) =>
        new()
        {
            Type = type,
            Kind = Kind.Post,
            Key = key,
            Code = "7QK4",
            At = Sample.Now + NodaTime.Duration.FromDays(2),
        };
}
