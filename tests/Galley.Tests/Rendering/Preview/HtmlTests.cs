using CsCheck;
using Galley.Rendering.Preview;

namespace Galley.Tests.Rendering.Preview;

internal sealed class HtmlTests
{
    [TestCase("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [TestCase("\" onclick=\"x", "&quot; onclick=&quot;x")]
    [TestCase("' `&", "&#39; &#96;&amp;")]
    [TestCase("pay \u202Egnp.exe", "pay \uFFFDgnp.exe")]
    [TestCase("a\u2066b\u200Fc\0d", "a\uFFFDb\uFFFDc\uFFFDd")]
    [TestCase("👍 and\na new line", "👍 and\na new line")]
    public void Html_TextFromContent_IsEncoded(string text, string written) =>
        Assert.That(
            Html.From($"<p title=\"{text}\">{text}</p>").ToString(),
            Is.EqualTo($"<p title=\"{written}\">{written}</p>")
        );

    [Test]
    public void Html_HalfACharacter_IsReplaced() =>
        Assert.That(Html.From($"lone {'\uD83D'.ToString()} half").ToString(), Is.EqualTo("lone \uFFFD half"));

    [Test]
    public void Html_WithinHtml_IsNotEncodedAgain() =>
        Assert.That(
            Html.From($"<ul>{new[] { Html.From($"<li>{"&"}</li>") }}</ul>").ToString(),
            Is.EqualTo("<ul><li>&amp;</li></ul>")
        );

    [Test]
    public void Html_AnyText_HoldsNoMarkup() =>
        Gen.String.Sample(text => !Html.From($"{text}").ToString().AsSpan().ContainsAny("<>\"'`"));

    [TestCase("https://example.com/a?b=c", true)]
    [TestCase("http://example.com", true)]
    [TestCase("mailto:a@example.com", true)]
    [TestCase("javascript:alert(1)", false)]
    [TestCase("JaVaScRiPt:alert(1)", false)]
    [TestCase("java\nscript:alert(1)", false)]
    [TestCase(" javascript:alert(1)", false)]
    [TestCase("data:text/html,<script>", false)]
    [TestCase("vbscript:x", false)]
    [TestCase("file:///etc/passwd", false)]
    [TestCase("//example.com", false)]
    [TestCase("page.html", false)]
    [TestCase("", false)]
    public void SafeLink_Scheme_Decides(string address, bool isSafe) =>
        Assert.That(SafeLink.From(address), isSafe ? Is.EqualTo(address) : Is.Null);
}
