using Galley.Rendering.Preview;

namespace Galley.Tests.Rendering.Preview;

internal sealed class HostedPageHtmlTests
{
    [TestCase("<script>alert(1)</script>")]
    [TestCase("a <img src=x onerror=alert(1)> b")]
    [TestCase("<svg onload=alert(1)>")]
    [TestCase("<!-- --><iframe src=https://example.com></iframe>")]
    public void HostedPage_RawHtml_IsShownAsText(string markdown) =>
        Assert.That(
            HostedPageHtml.Render(markdown).ToString(),
            Does.Not.Contain("<s").And.Not.Contain("<i").And.Contains("&lt;")
        );

    [TestCase("[go](javascript:alert(1))")]
    [TestCase("[go](<java script:alert(1)>)")]
    [TestCase("[go][x]\n\n[x]: JAVASCRIPT:alert(1)")]
    [TestCase("<javascript:alert(1)>")]
    [TestCase("[go](data:text/html;base64,PHNjcmlwdD4=)")]
    [TestCase("[go](&#106;avascript:alert(1))")]
    [TestCase("[go](/relative)")]
    public void HostedPage_UnsafeLink_IsNoLink(string markdown) =>
        Assert.That(HostedPageHtml.Render(markdown).ToString(), Does.Not.Contain("href"));

    [Test]
    public void HostedPage_Picture_IsNotLoaded() =>
        Assert.That(
            HostedPageHtml.Render("![A *tracker*](https://example.com/pixel.png)").ToString(),
            Does.Not.Contain("<img").And.Contains("pixel.png")
        );

    [Test]
    public void HostedPage_OrdinaryMarkdown_IsLaidOut() =>
        Assert.That(
            HostedPageHtml
                .Render("# Guide\n\n[Read](https://example.com/a) *this*\n\n| a | b |\n| - | - |\n| 1 | 2 |")
                .ToString(),
            Does.Contain("<h4>Guide</h4>")
                .And.Contains("<a href=\"https://example.com/a\">Read</a> <em>this</em>")
                .And.Contains("<td>2</td>")
        );

    [Test]
    public void HostedPage_DirectionMarkAsEntity_IsNeutralised() =>
        Assert.That(HostedPageHtml.Render("a&#x202E;b").ToString(), Does.Contain("a\uFFFDb"));

    [Test]
    public void HostedPage_NestedTooDeep_IsShownAsText() =>
        Assert.That(HostedPageHtml.Render(new string('>', 500) + " <b>").ToString(), Does.StartWith("<pre>"));
}
