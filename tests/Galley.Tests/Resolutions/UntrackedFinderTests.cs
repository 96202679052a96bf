using Galley.Api;
using Galley.Content;
using Galley.Resolutions;
using Galley.Testing;

namespace Galley.Tests.Resolutions;

internal sealed class UntrackedFinderTests
{
    [Test]
    public async Task Ids_ThatTheLedgerLacks_ComeWithTheLineToSay_AndNothingOfThePeople()
    {
        var (guide, post) = (
            Sample.LeadMagnet(),
            Sample.Post() with
            {
                LeadMagnet = new LeadMagnetReference("guide", null),
            }
        );
        var live = Sample.Post("live") with { LeadMagnet = new LeadMagnetReference("guide", null) };
        var api = new ScriptedLeadPanther();
        api.KnownLeads.Add(
            new Lead
            {
                Id = "lead",
                Name = "A Person",
                SubmittedEmail = "person@example.com",
                SubmittedViaMagnetId = "magnet-9",
                Keywords = ["GUIDE"],
            }
        );
        api.KnownActivity.Add(
            new Activity
            {
                Id = "1",
                AuthorName = "A Person",
                Content = "GUIDE please",
                Keyword = "guide",
                PostId = "post-9",
                MatchedTemplateId = "magnet-9",
            }
        );
        api.KnownActivity.Add(
            new Activity
            {
                Id = "2",
                PostId = "id-of-live",
                Keyword = "GUIDE",
            }
        );
        api.KnownActivity.Add(new Activity { Id = "3", PostId = "post-7" });

        var found = await UntrackedFinder.Find(
            Sample.Content(guide, post, live),
            Sample.Ledger(Sample.Open(post), Sample.Live(live)),
            api,
            CancellationToken.None
        );

        Assert.That(
            found.Select(id => (id.Id, id.Traces, string.Join('|', id.Lines))),
            Is.EqualTo(
                new[]
                {
                    ("magnet-9", 2, "galley adopt lead-magnet northwind/guide magnet-9"),
                    ("post-7", 1, "galley adopt post northwind/KEY post-7"),
                    ("post-9", 1, "galley sent post northwind/launch post-9"),
                }
            )
        );
        Assert.That(
            string.Concat(found),
            Does.Not.Contain("Person").And.Not.Contain("person@").And.Not.Contain("please")
        );
    }

    [Test]
    public async Task Nothing_WhereTheLedgerHasAll()
    {
        var post = Sample.Post() with { LeadMagnet = new LeadMagnetReference(null, "made-elsewhere") };
        var api = new ScriptedLeadPanther();
        api.KnownActivity.Add(
            new Activity
            {
                Id = "1",
                PostId = "id-of-launch",
                MatchedTemplateId = "made-elsewhere",
            }
        );

        Assert.That(
            await UntrackedFinder.Find(
                Sample.Content(post),
                Sample.Ledger(Sample.Live(post)),
                api,
                CancellationToken.None
            ),
            Is.Empty
        );
    }
}
