using Galley.Api;
using Galley.Testing.Http;
using NodaTime;

namespace Galley.LeadPanther.Tests.Responses;

/// <summary>What is read from answers of the documented form.</summary>
internal sealed class ResponseTests
{
    [Test]
    public async Task Me_OfAnAgency_IsRead()
    {
        var me = await Ask(
            """
            {"data":{"owner":{"user_id":"u-10","full_name":"Ada Owner","business_name":"Agency","account_status":"active","plan":"new"},
            "actor_type":"agency","scopes":["clients:read","posts:write"],"subject":{"user_id":"u-11"}},"request_id":"req_1"}
            """,
            client => client.Me(default)
        );

        Assert.That(me.Owner, Is.EqualTo(new AccountOwner("u-10", "Ada Owner", "Agency", "active")));
        Assert.That((me.ActorType, me.SubjectUserId), Is.EqualTo(("agency", "u-11")));
        Assert.That(me.Has("posts:write"), Is.True);
        Assert.That(me.Has("leads:read"), Is.False);
    }

    [Test]
    public async Task Clients_WithAndWithoutGrant_AreRead()
    {
        var clients = await Ask(
            """
            {"data":[{"user_id":"c-1","full_name":"A","business_name":"A Co","account_status":"active",
            "grant":{"id":"g-6","label":"A","status":"active","permissions":["posts:write"],"created_at":"2026-05-25T00:00:00.000Z"}},
            {"user_id":"c-2","grant":null}],"pagination":{"limit":100,"offset":0,"has_more":false}}
            """,
            async client => await client.Clients(default).ToListAsync()
        );

        Assert.That(
            clients[0] with
            {
                Grant = null,
            },
            Is.EqualTo(new ClientAccount("c-1", "A", "A Co", "active", null))
        );
        Assert.That(
            (clients[0].Grant!.Id, clients[0].Grant!.Label, clients[0].Grant!.Status),
            Is.EqualTo(("g-6", "A", "active"))
        );
        Assert.That(clients[0].Grant!.Permissions, Is.EqualTo(new[] { "posts:write" }));
        Assert.That(clients[1], Is.EqualTo(new ClientAccount("c-2", null, null, null, null)));
    }

    [Test]
    public async Task Engagement_WithCounts_IsRead() =>
        Assert.That(
            await Ask(
                """
                {"data":{"post_id":"p-2","published_url":"https://www.linkedin.com/posts/x","metrics_available":true,
                "metrics":{"impressions":1200,"reactions":42,"comments":8,"reposts":null}},"request_id":"req_6"}
                """,
                client => client.Engagement(ClientFixture.Agency, "p-2", default)
            ),
            Is.EqualTo(
                new PostEngagement("p-2", "https://www.linkedin.com/posts/x", true, new PostMetrics(1200, 42, 8, null))
            )
        );

    [Test]
    public async Task Engagement_OfAPostNotYetOut_HasNoCounts() =>
        Assert.That(
            await Ask("""{"data":{"post_id":"p-2","published_url":null,"metrics":[]}}""", client =>
                client.Engagement(ClientFixture.Agency, "p-2", default)
            ),
            Is.EqualTo(new PostEngagement("p-2", null, false, null))
        );

    [Test]
    public async Task Analytics_WithPageAndCounts_IsRead() =>
        Assert.That(
            await Ask(
                """
                {"data":{"lead_magnet":{"id":"m-3","keyword":"GUIDE","resource_name":"Guide"},
                "page":{"id":"pg","title":"T","slug":"t","status":"published","published_at":"2026-06-15T14:00:00+02:00"},
                "metrics":{"page_views":300,"unique_visitors":240,"unique_visitors_limited":false,"unlocks":24,"conversion_rate":0.1,
                "content_access":22,"cta_clicks":8,"download_clicks":16,"captures":24.5},"recent_captures":[{}]},"request_id":"req_7"}
                """,
                client => client.Analytics(ClientFixture.Direct, "m-3", default)
            ),
            Is.EqualTo(
                new LeadMagnetAnalytics(
                    "m-3",
                    "GUIDE",
                    "Guide",
                    new LeadMagnetPage("pg", "T", "t", "published", Instant.FromUtc(2026, 6, 15, 12, 0)),
                    new LeadMagnetMetrics(300, 240, false, 24, 0.1, 22, 8, 16, null)
                )
            )
        );

    [Test]
    public async Task Reads_OfWhatIsNotThere_GiveNull()
    {
        const string NotFound = """{"error":"not found"}""";

        Assert.That(
            await Ask(NotFound, client => client.Engagement(ClientFixture.Direct, "p-2", default), 404),
            Is.Null
        );
        Assert.That(
            await Ask(NotFound, client => client.Analytics(ClientFixture.Direct, "m-3", default), 404),
            Is.Null
        );
    }

    [Test]
    public async Task Leads_OfTheDocumentedForm_AreRead()
    {
        var leads = await Ask(
            """
            {"data":[{"id":"l-4","linkedin_profile_url":"https://l/in/x","name":"N","headline":"H",
            "emails":{"submitted":"s@example.com","work":null,"personal":"p@example.com"},"submitted_name":"SN",
            "submitted_at":"2026-06-15T15:30:00.000Z",
            "submitted_via_magnet_id":"m-3","sources":{"comments":true,"dms":false,"intent":true},
            "total_interactions":1,"latest_keyword":"GUIDE",
            "keywords":["GUIDE",3],"has_intent":true,"intent_signals":["Requested"],
            "qualification_status":"qualified","created_at":"yesterday"},{"id":"l-5"}]}
            """,
            async client => await client.Leads(ClientFixture.Direct, new LeadFilter(), default).ToListAsync()
        );

        Assert.That(
            leads[0] with
            {
                Keywords = [],
                IntentSignals = [],
            },
            Is.EqualTo(
                new Lead
                {
                    Id = "l-4",
                    LinkedInProfileUrl = "https://l/in/x",
                    Name = "N",
                    Headline = "H",
                    SubmittedEmail = "s@example.com",
                    PersonalEmail = "p@example.com",
                    SubmittedName = "SN",
                    SubmittedAt = Instant.FromUtc(2026, 6, 15, 15, 30),
                    SubmittedViaMagnetId = "m-3",
                    FromComments = true,
                    FromIntent = true,
                    TotalInteractions = 1,
                    LatestKeyword = "GUIDE",
                    Keywords = [],
                    HasIntent = true,
                    IntentSignals = [],
                    QualificationStatus = "qualified",
                }
            )
        );
        Assert.That(leads[0].Keywords, Is.EqualTo(new[] { "GUIDE" }));
        Assert.That(leads[1].Id, Is.EqualTo("l-5"));
    }

    [Test]
    public async Task Activity_OfTheDocumentedForm_IsRead()
    {
        var activity = await Ask(
            """
            {"data":[{"id":"a-5","source":"comment","author_name":"N","author_headline":"H","linkedin_profile_url":"https://l",
            "content":"C","keyword":"GUIDE",
            "status":"new","occurred_at":"2026-06-15T15:45:00.000Z",
            "metadata":{"post_id":"p-2","comment_id":"c","is_lead_magnet_request":true,"matched_template_id":"m-3"}},
            {"id":"a-6","metadata":null}]}
            """,
            async client => await client.Activity(ClientFixture.Direct, new ActivityFilter(), default).ToListAsync()
        );

        Assert.That(
            activity[0],
            Is.EqualTo(
                new Activity
                {
                    Id = "a-5",
                    Source = "comment",
                    AuthorName = "N",
                    AuthorHeadline = "H",
                    LinkedInProfileUrl = "https://l",
                    Content = "C",
                    Keyword = "GUIDE",
                    Status = "new",
                    OccurredAt = Instant.FromUtc(2026, 6, 15, 15, 45),
                    PostId = "p-2",
                    CommentId = "c",
                    IsLeadMagnetRequest = true,
                    MatchedTemplateId = "m-3",
                }
            )
        );
        Assert.That(activity[1], Is.EqualTo(new Activity { Id = "a-6" }));
    }

    private static async Task<T> Ask<T>(string answer, Func<LeadPantherClient, Task<T>> ask, int status = 200)
    {
        await using var server = LoopbackServer.Answering(Reply.Json(status, answer));
        await using var client = ClientFixture.Client(server);
        return await ask(client);
    }
}
