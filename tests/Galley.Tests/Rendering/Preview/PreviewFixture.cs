using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Planning;
using Galley.Testing;

namespace Galley.Tests.Rendering.Preview;

/// <summary>A repository's plan made by hand, with one client.</summary>
internal static class PreviewFixture
{
    public static PlannedRepository Planned(params IEnumerable<object> objects)
    {
        var client = Client(Sample.Content(objects));
        return Planned([client], []);
    }

    public static PlannedRepository Planned(IEnumerable<PlannedClient> clients, IEnumerable<Diagnostic> diagnostics)
    {
        var planned = clients.ToImmutableArray();
        var plan = new Plan
        {
            Now = Sample.Now,
            LedgerId = null,
            Clients = [.. planned.Select(client => client.Plan)],
            Diagnostics = [.. diagnostics],
        };
        return new PlannedRepository(plan, planned);
    }

    /// <param name="known">What was sent; null for nothing.</param>
    public static PlannedClient Client(ClientContent content, ClientLedger? known = null)
    {
        var ledger = known ?? ClientLedger.Empty(Sample.AccountId);
        return new PlannedClient(
            content,
            ledger,
            ClientPlanner.Plan(
                new PlanningInput
                {
                    Content = content,
                    Settings = new Settings(),
                    Now = Sample.Now,
                    Ledger = ledger,
                }
            )
        );
    }

    /// <summary>A post with all that a card can show.</summary>
    public static Post FullPost() =>
        Sample.Post(
            body: """
            We counted 47 handovers.

            The first paragraph ends here, before anybody would have to tap, and the second goes on for a
            good while, as second paragraphs do when nobody stops them in time.

            Comment <<keyword>> for the <<resource_name>>. #sales
            """
        ) with
        {
            LeadMagnet = new LeadMagnetReference("guide", null),
            Images =
            [
                new Medium(
                    null,
                    new MediaFile("clients/northwind/media/a.png", 1234, new string('a', 64), "image/png", 800, 600)
                ),
                new Medium("https://example.com/b.png", null),
            ],
            Notes = "Ask Ana <first>.",
            Followups = new Followups(
                new Reaction(true, 25, "like"),
                [new Comment("Comment <<keyword>> if you want it.", 90)]
            ),
        };
}
