using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.LeadPanther;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Keys;
using Galley.LeadPanther.Routing;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;
using Microsoft.Extensions.Time.Testing;

namespace Galley.EndToEnd.Tests.Live;

/// <summary>The client and the sandbox were made from the same two documents, apart from each other: here they meet.</summary>
internal sealed class ClientAgainstSandboxTests
{
    private const string Post = """
        {
          "text": "Comment GUIDE.", "status": "scheduled", "scheduled_at": "2026-06-15T14:00:00.000Z", "theme_id": null,
          "template_id": null, "images": [], "document_url": null, "document_type": "image", "notes": "",
          "followups": {
            "reaction": {"enabled": false, "delay_minutes": 30, "reaction_type": "like"}, "repost": null, "comments": []
          }
        }
        """;

    private const string LeadMagnet = """
        {
          "delivery_mode": "hosted_content", "keyword": "GUIDE", "resource_name": "A guide", "description": "",
          "text_template": "Here: {{resource_link}}", "linked_posts": [],
          "hosted_page": {
            "title": "A guide", "markdown_content": "# A guide", "external_resource_url": null, "cta_label": null,
            "cta_url": null, "status": "published"
          }
        }
        """;

    private static readonly SandboxAccounts Accounts = SandboxAccounts.Default;
    private static readonly Account Agencys = new(Accounts.Clients[0].UserId, IsDirect: false);
    private static readonly Account Users = new(Accounts.Direct[0].UserId, IsDirect: true);
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 9, 0, 0, TimeSpan.Zero);

    private SandboxServer _sandbox = null!;

    [SetUp]
    public async Task Start() =>
        _sandbox = await SandboxServer.Start(new SandboxOptions { Clock = new FakeTimeProvider(Now) });

    [TearDown]
    public async Task Stop()
    {
        var violations = _sandbox.Violations;
        await _sandbox.DisposeAsync();
        Assert.That(violations, Is.Empty);
    }

    [TestCase(Kind.Post, Post, """{"text": "Another text."}""")]
    [TestCase(Kind.LeadMagnet, LeadMagnet, """{"keyword": "BOOK"}""")]
    public async Task Object_OfEitherAccount_IsCreatedListedReadChangedAndRemoved(Kind kind, string wire, string change)
    {
        foreach (var account in new[] { Agencys, Users })
        {
            using var api = ClientFor(account);
            var created = (CreateAnswer.Created)await api.Create(account, kind, wire, "galley-1", default);

            var list = await api.List(account, kind, default);
            var found = await api.Get(account, kind, created.Id, default);
            var changed = await api.Change(account, kind, created.Id, change, "galley-2", default);
            await api.Get(account, kind, created.Id, default);
            var removed = await api.Remove(account, kind, created.Id, "galley-3", default);
            var gone = await api.Get(account, kind, created.Id, default);

            Assert.Multiple(() =>
            {
                Assert.That(list.WhyNot, Is.Null);
                Assert.That(list.Objects.Single().Id, Is.EqualTo(created.Id));
                Assert.That(found!.Fields.ToJsonString(), Is.EqualTo(list.Objects.Single().Fields.ToJsonString()));
                Assert.That(((ChangeAnswer.Accepted)changed).Object!.Id, Is.EqualTo(created.Id));
                Assert.That(removed, Is.TypeOf<ChangeAnswer.Accepted>());
                Assert.That(gone, Is.Null);
            });
        }
    }

    [TestCase("405")]
    [TestCase("404")]
    [TestCase("501")]
    public async Task Change_ThatTheApiLacks_IsNotOffered(string status)
    {
        using var api = ClientFor(Agencys);
        var id = await Created(api);
        _sandbox.Faults = FaultPlan.Parse($"changes:{status}");

        var answer = await api.Change(Agencys, Kind.Post, id, """{"text": "New."}""", "galley-2", default);

        Assert.That(answer, Is.TypeOf<ChangeAnswer.NotOffered>());
    }

    [TestCase("few-fields", 250, true)]
    [TestCase("repeat", 250, false)]
    [TestCase("endless", 250, false)]
    [TestCase("bad-id", 3, false)]
    [TestCase("same-id", 3, false)]
    public async Task List_OfAnyKindOfApi_IsWholeOrSaysWhyNot(string rule, int posts, bool isWhole)
    {
        using var api = ClientFor(Agencys);
        for (var number = 0; number < posts; number++)
        {
            _sandbox.Manual.WritePost(Agencys.Id, new() { ["text"] = "By hand." });
        }

        _sandbox.Faults = FaultPlan.Parse($"list-posts:{rule}");

        var list = await api.List(Agencys, Kind.Post, default);

        Assert.That(list.IsWhole, Is.EqualTo(isWhole), list.WhyNot);
    }

    [Test]
    public async Task ChangeOfAPost_ThatIsOut_IsTooLate()
    {
        var clock = new FakeTimeProvider(Now);
        await using var sandbox = await SandboxServer.Start(new SandboxOptions { Clock = clock });
        using var api = ClientFor(Agencys, sandbox);
        var id = await Created(api);
        await api.Get(Agencys, Kind.Post, id, default);
        clock.SetUtcNow(new DateTimeOffset(2026, 6, 15, 14, 0, 0, TimeSpan.Zero));

        var answer = await api.Remove(Agencys, Kind.Post, id, "galley-2", default);

        Assert.That(answer, Is.TypeOf<ChangeAnswer.TooLate>());
    }

    [Test]
    public async Task Api_OfAnAgency_SaysItsNameAndItsTime()
    {
        using var api = ClientFor(Agencys);

        var metadata = await api.Metadata(default);
        var me = await api.Me(default);

        Assert.That((metadata.Name, metadata.Version), Is.EqualTo(("LeadPanther API", "v1")));
        Assert.That(me.ServerTime, Is.EqualTo(Now));
    }

    private static async Task<string> Created(LeadPantherClient api) =>
        ((CreateAnswer.Created)await api.Create(Agencys, Kind.Post, Post, "galley-1", default)).Id;

    private LeadPantherClient ClientFor(Account account, SandboxServer? sandbox = null) =>
        LeadPantherClient.Create(
            new ClientOptions
            {
                ApiUrl = ApiUrl.Parse((sandbox ?? _sandbox).ApiUrl.AbsoluteUri),
                ApiKey = ApiKey.Parse(
                    account.IsDirect ? SandboxAccounts.DirectSecret(Accounts.Direct[0]) : SandboxAccounts.AgencySecret,
                    "the test"
                ),
                TimeProvider = new FakeTimeProvider(),
                Version = "0",
            }
        );
}
