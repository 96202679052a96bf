using Galley.Api;
using Galley.Diagnostics;
using Galley.Testing.Http;

namespace Galley.LeadPanther.Tests.Calls;

/// <summary>A list is whole only when nothing can be missing from it; it always ends.</summary>
internal sealed class ListTests
{
    [TestCase(0, 100, new[] { 0 })]
    [TestCase(100, 100, new[] { 0 })]
    [TestCase(250, 100, new[] { 0, 99, 198 })]
    [TestCase(5, 2, new[] { 0, 1, 2, 3 })]
    [TestCase(3, 1, new[] { 0, 1, 2 })]
    public async Task List_AllPagesAnswer_IsWholeAndInOrder(int count, int cap, int[] offsets)
    {
        var posts = new ListedPosts(count, cap);

        var list = await List(posts);

        Assert.That(list.Objects.Select(found => found.Id), Is.EqualTo(posts.Ids));
        Assert.That((list.IsWhole, list.WhyNot), Is.EqualTo((true, (string?)null)));
        Assert.That(posts.Offsets, Is.EqualTo(offsets), "each page begins with the last entry of the one before it");
    }

    [Test]
    public async Task List_Always_AsksForPagesOfAHundredAndForNothingElse()
    {
        var posts = new ListedPosts(101);
        await using var server = posts.Serve();
        using var client = ClientFixture.Client(server);

        await client.List(ClientFixture.Agency, Kind.Post, default);

        Assert.That(
            server.Requests.Select(request => request.Target),
            Is.EqualTo(
                new[]
                {
                    $"/api/v1/clients/{ClientFixture.Agency.Id}/posts?limit=100&offset=0",
                    $"/api/v1/clients/{ClientFixture.Agency.Id}/posts?limit=100&offset=99",
                }
            )
        );
    }

    /// <summary>All behind the deleted posts moves up: without the shared entry, some would slip through unseen.</summary>
    [Test]
    public async Task List_PostsDeletedBetweenPages_IsNotWhole()
    {
        var posts = new ListedPosts(150);
        posts.AfterPage = _ => posts.Ids.RemoveRange(0, 2);

        var list = await List(posts);

        Assert.That(list.WhyNot, Is.EqualTo("The list of posts changed while it was read."));
        Assert.That(list.IsWhole, Is.False);
        Assert.That(list.Objects.Select(found => found.Id), Has.No.Member("p100"), "which is why it proves nothing");
    }

    [Test]
    public async Task List_PostAddedBetweenPages_IsNotWholeAndHoldsEachOnce()
    {
        var posts = new ListedPosts(150);
        posts.AfterPage = offset => posts.Ids.Insert(0, $"new{offset}");

        var list = await List(posts);

        Assert.That(list.WhyNot, Is.EqualTo("The list of posts changed while it was read."));
        Assert.That(list.Objects.Select(found => found.Id), Is.Unique.And.SupersetOf(posts.Ids.Skip(2)));
    }

    [Test]
    public async Task List_OneIdOnTwoObjects_IsKeptOnceAndNotWhole()
    {
        var posts = new ListedPosts(3);
        posts.Ids.Add("p1");

        var list = await List(posts);

        Assert.That(list.Objects.Select(found => found.Id), Is.EqualTo(new[] { "p0", "p1", "p2" }));
        Assert.That(list.WhyNot, Is.EqualTo("The list of posts shows the id p1 twice."));
    }

    [TestCase("../../me")]
    [TestCase("a b")]
    [TestCase("")]
    public async Task List_IdThatIsNone_IsLeftOutAndNotWhole(string id)
    {
        var posts = new ListedPosts(2);
        posts.Ids.Add(id);

        var list = await List(posts);

        Assert.That(list.Objects.Select(found => found.Id), Is.EqualTo(new[] { "p0", "p1" }));
        Assert.That(list.Nameless, Has.Length.EqualTo(1), "it is there all the same");
        Assert.That(list.WhyNot, Is.EqualTo("The list of posts holds an entry whose id can't be used."));
    }

    [TestCase("{}")]
    [TestCase("""{"id":7}""")]
    [TestCase("7")]
    [TestCase("null")]
    public async Task List_EntryWithoutAnId_IsNotWhole(string entry)
    {
        var list = await List(ListedPosts.Page(entry + """,{"id":"p1"}""", """{"has_more":false}"""));

        Assert.That(list.Objects.Single().Id, Is.EqualTo("p1"));
        Assert.That(list.WhyNot, Is.EqualTo("The list of posts holds an entry without an id."));
    }

    [Test]
    public async Task List_ServerIgnoresOffset_Ends()
    {
        var list = await List(ListedPosts.Page("""{"id":"p1"},{"id":"p2"}""", """{"has_more":true}"""));

        Assert.That(list.Objects, Has.Length.EqualTo(2));
        Assert.That(list.WhyNot, Is.EqualTo("The list of posts changed while it was read."));
    }

    [Test]
    public async Task List_SaysMoreButShowsNothingNew_Ends()
    {
        var list = await List(ListedPosts.Page("", """{"has_more":true}"""));

        Assert.That(
            list.WhyNot,
            Is.EqualTo("The list of posts says that more follow, but its next page shows nothing new.")
        );
    }

    [Test]
    public async Task List_OnePostForEver_Ends()
    {
        var list = await List(ListedPosts.Page("""{"id":"p1"}""", """{"has_more":true}"""));

        Assert.That(list.WhyNot, Is.EqualTo("The list of posts shows the id p1 twice."));
    }

    [Test]
    public async Task List_NewEntriesForEver_EndsAfterAThousandPages()
    {
        await using var server = LoopbackServer.Answering(request =>
        {
            var offset = ListedPosts.Offset(request);
            return ListedPosts.Page($$"""{"id":"p{{offset}}"},{"id":"p{{offset + 1}}"}""", """{"has_more":true}""");
        });
        using var client = ClientFixture.Client(server);

        var list = await client.List(ClientFixture.Direct, Kind.Post, default);

        Assert.That(list.WhyNot, Is.EqualTo("The list of posts does not end within 1,000 pages."));
        Assert.That(server.Requests, Has.Count.EqualTo(1_000));
    }

    [TestCase("null")]
    [TestCase("{}")]
    [TestCase("""{"has_more":"no"}""")]
    public async Task List_NoWordOnMore_IsNotWhole(string pagination)
    {
        var list = await List(ListedPosts.Page("""{"id":"p1"}""", pagination));

        Assert.That(list.Objects, Has.Length.EqualTo(1));
        Assert.That(list.WhyNot, Is.EqualTo("The last page of the list of posts does not say whether more follow."));
    }

    [TestCase(401)]
    [TestCase(403)]
    [TestCase(404)]
    [TestCase(405)]
    [TestCase(501)]
    public async Task List_FirstPageRefusedOrNotOffered_Throws(int status)
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(status, """{"error":{"code":"some_code","message":"No."},"request_id":"req_9"}""")
        );
        using var client = ClientFixture.Client(server);

        var error = (
            await Assert.ThrowsAsync<ApiException>(() => client.List(ClientFixture.Direct, Kind.LeadMagnet, default))
        )!;

        Assert.That((error.Status, error.Code, error.RequestId), Is.EqualTo(((int?)status, "some_code", "req_9")));
        Assert.That(server.Requests, Has.Count.EqualTo(1), "it is not asked again");
    }

    [Test]
    public async Task List_NotImplementedUnderAnotherStatus_Throws()
    {
        await using var server = LoopbackServer.Answering(
            Reply.Json(500, """{"error":{"code":"not_implemented","message":"Planned."}}""")
        );
        using var client = ClientFixture.Client(server);

        Assert.That(
            async () => await client.List(ClientFixture.Direct, Kind.LeadMagnet, default),
            Throws.TypeOf<ApiException>().With.Property("Code").EqualTo("not_implemented")
        );
    }

    [TestCase(403)]
    [TestCase(404)]
    [TestCase(500)]
    public async Task List_CutOffAtALaterPage_IsNotWholeAndSaysWhy(int status)
    {
        await using var server = LoopbackServer.Answering(request =>
            ListedPosts.Offset(request) == 0
                ? ListedPosts.Page("""{"id":"p1"},{"id":"p2"}""", """{"has_more":true}""")
                : Reply.Json(status, """{"error":{"message":"Oh."}}""")
        );
        using var client = ClientFixture.Client(server);

        var list = await client.List(ClientFixture.Direct, Kind.Post, default);

        Assert.That(list.Objects, Has.Length.EqualTo(2));
        Assert.That(list.WhyNot, Does.StartWith($"Listing the posts failed: LeadPanther answered {status}, \"Oh.\""));
    }

    [TestCase("<html>")]
    [TestCase("""{"data":{}}""")]
    public async Task List_PageThatCannotBeRead_IsNotWhole(string body)
    {
        var list = await List(Reply.Json(200, body));

        Assert.That(list.Objects, Is.Empty);
        Assert.That(list.WhyNot, Does.Contain("not in its documented form"));
    }

    [Test]
    public async Task List_TextsOfAMegabyte_AreRead()
    {
        var text = new string('ü', 512 * 1024);
        var items = Enumerable.Range(0, 20).Select(i => $$"""{"id":"p{{i}}","text":"{{text}}"}""");

        var list = await List(ListedPosts.Page(string.Join(',', items), """{"has_more":false}"""));

        Assert.That((list.IsWhole, list.Objects.Length), Is.EqualTo((true, 20)));
        Assert.That(list.Objects.Select(found => found.Text), Has.All.EqualTo(text));
    }

    [Test]
    public async Task List_PageLargerThanAnyShouldBe_IsNotWholeAndNotAskedForAgain()
    {
        await using var server = LoopbackServer.Answering(Reply.Json(200, "\"" + new string('x', 33 * 1024 * 1024)));
        using var client = ClientFixture.Client(server);

        var list = await client.List(ClientFixture.Direct, Kind.Post, default);

        Assert.That(list.WhyNot, Does.StartWith("Listing the posts failed: the answer is larger than 32 MiB"));
        Assert.That(server.Requests, Has.Count.EqualTo(1));
    }

    private static async Task<LiveList> List(ListedPosts posts)
    {
        await using var server = posts.Serve();
        using var client = ClientFixture.Client(server);
        return await client.List(ClientFixture.Direct, Kind.Post, default);
    }

    private static async Task<LiveList> List(Reply reply)
    {
        await using var server = LoopbackServer.Answering(reply);
        using var client = ClientFixture.Client(server);
        return await client.List(ClientFixture.Direct, Kind.Post, default);
    }
}
