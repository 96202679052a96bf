using Galley.Content;
using Galley.Payloads;
using Galley.Testing;

namespace Galley.Tests.Payloads;

internal sealed class LinkTagsTests
{
    private const string Tags = "utm_source=linkedin&utm_medium=social";

    private static readonly Client Client = Sample.Client() with
    {
        Utm = new Utm(["northwind.example"], "linkedin", "social", null),
    };

    [TestCase("See https://northwind.example.", "See https://northwind.example?{0}.")]
    [TestCase("(https://www.northwind.example/a)", "(https://www.northwind.example/a?{0})")]
    [TestCase("https://northwind.example/a?b=1#top!", "https://northwind.example/a?b=1&{0}#top!")]
    [TestCase("https://northwind.example/a_(b)/c", "https://northwind.example/a_(b)/c?{0}")]
    [TestCase("HTTPS://NORTHWIND.example/A", "HTTPS://NORTHWIND.example/A?{0}")]
    [TestCase(
        "https://northwind.example/a, https://northwind.example/b",
        "https://northwind.example/a?{0}, https://northwind.example/b?{0}"
    )]
    public void Link_ToTheClientsPages_IsMarked(string text, string expected)
    {
        Assert.That(
            LinkTags.Add(text, Sample.Post(), Client),
            Is.EqualTo(expected.Replace("{0}", Tags, StringComparison.Ordinal))
        );
    }

    [TestCase("https://example.com")]
    [TestCase("https://notnorthwind.example")]
    [TestCase("https://northwind.example.com")]
    [TestCase("https://northwind.example@example.com/")]
    [TestCase("https://northwind.example/?utm_source=mail")]
    [TestCase("northwind.example, ann@northwind.example")]
    public void AnythingElse_StaysAsItIs(string text)
    {
        Assert.That(LinkTags.Add(text, Sample.Post(), Client), Is.EqualTo(text));
    }

    [Test]
    public void Campaign_IsThePostsOrElseTheClients()
    {
        var client = Client with { Utm = Client.Utm! with { Campaign = "always" } };

        Assert.That(
            LinkTags.Add("https://northwind.example", Sample.Post() with { Campaign = "fair & more" }, client),
            Does.EndWith("&utm_campaign=fair%20%26%20more")
        );
        Assert.That(
            LinkTags.Add("https://northwind.example", Sample.Post(), client),
            Does.EndWith("&utm_campaign=always")
        );
    }

    [Test]
    public void Marks_StandInTextAndComments_AndChangeTheCode()
    {
        var post = Sample.Post(body: "Read [this](https://northwind.example/a).") with
        {
            FirstComment = "https://northwind.example/b",
        };

        var (text, plain) = (new PostText(post, Client, null), Sample.PayloadOf(post));

        Assert.That(text.Rendered, Is.EqualTo($"Read this (https://northwind.example/a?{Tags})."));
        Assert.That(text.Followups!.Comments.Single().Text, Is.EqualTo($"https://northwind.example/b?{Tags}"));
        Assert.That(Sample.PayloadOf(post, Client).Code, Is.Not.EqualTo(plain.Code));
    }
}
