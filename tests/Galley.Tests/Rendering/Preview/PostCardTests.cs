using Galley.Content;
using Galley.Diagnostics;
using Galley.Rendering.Preview;
using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Parts;
using Galley.Testing;
using Snapshooter.NUnit;

namespace Galley.Tests.Rendering.Preview;

internal sealed class PostCardTests
{
    [Test]
    public void Card_FullPost_ShowsItAsLinkedInAndThePlanDo()
    {
        var post = PreviewFixture.FullPost();
        var problem = new Diagnostic(
            "GAL314",
            Severity.Warning,
            "Two posts within 30 minutes.",
            post.SourceMap.Path,
            new Position(3, 1),
            "Move one."
        )
        {
            Client = Sample.Slug,
        };
        var planned = PreviewFixture.Planned(
            [PreviewFixture.Client(Sample.Content(post, Sample.LeadMagnet()))],
            [problem]
        );

        Snapshot.Match(Card(planned, Audience.Agency));
    }

    [Test]
    public void Card_ForAClient_KeepsTheAgencysWordsBack()
    {
        var html = Card(PreviewFixture.Planned(PreviewFixture.FullPost(), Sample.LeadMagnet()), Audience.Client);

        Assert.That(
            html,
            Does.Not.Contain("Ask Ana").And.Not.Contain("clients/northwind/posts").And.Contains("Approval code")
        );
    }

    [Test]
    public void Card_OverTheLimit_SaysSo()
    {
        var html = Card(PreviewFixture.Planned(Sample.Post(body: new string('x', 3001))), Audience.Agency);

        Assert.That(html, Does.Contain("3,001 of 3,000 characters").And.Contains("class=\"over\""));
    }

    [Test]
    public void Card_PictureFromTheWeb_IsNotLoaded() =>
        Assert.That(
            Card(PreviewFixture.Planned(PreviewFixture.FullPost()), Audience.Agency),
            Does.Not.Contain("src=\"https:")
        );

    [Test]
    public void Card_PictureWithAnAlternativeText_ReadsItToThoseWhoCannotSeeIt()
    {
        var picture = new MediaFile("clients/northwind/media/a.png", 1, "00", "image/png");
        var post = Sample.Post() with
        {
            Images = [new Medium(null, picture) { Alt = "Nine \"excursions\", then two" }],
        };

        Assert.That(
            Card(PreviewFixture.Planned(post), Audience.Agency),
            Does.Contain("alt=\"Nine &quot;excursions&quot;, then two\"")
        );
    }

    private static string Card(Galley.Planning.PlannedRepository planned, Audience audience)
    {
        var model = new PreviewModel(planned, new PreviewOptions());
        return PostCard
            .Render(model.Posts.Single(), FolderLinks.From("clients/northwind/index.html"), model.Options, audience)
            .ToString();
    }
}
