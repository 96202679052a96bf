using System.Text.Json.Nodes;
using Galley.Applying.Results;
using Galley.Diagnostics;
using Galley.Rendering.Notices;

namespace Galley.Tests.Rendering.Notices;

internal sealed class NoticeTests
{
    [Test]
    public void ToTeamsCard_HasTheTextInACard_WithItsLinesApart()
    {
        var notice = new Notice("problem", "One line.\nAnother.") { Page = new Uri("https://example.com/run") };

        var card = JsonNode.Parse(notice.ToTeamsCard())!;

        using var scope = Assert.EnterMultipleScope();
        Assert.That((string?)card["type"], Is.EqualTo("message"));
        var attachment = card["attachments"]!.AsArray().Single()!;
        Assert.That((string?)attachment["contentType"], Is.EqualTo("application/vnd.microsoft.card.adaptive"));
        Assert.That(
            (string?)attachment["content"]!["body"]![0]!["text"],
            Is.EqualTo("One line.\n\nAnother.\n\nhttps://example.com/run")
        );
    }

    [Test]
    public void Result_WithWordsOfOthers_CallsNobody_AndIsBounded()
    {
        var result = new ApplyResult
        {
            Failed = [Item("a", "LeadPanther refused it: <!channel> \u202E" + new string('x', 10_000))],
        };

        var text = NoticesOf.Result(result)!.Text;

        Assert.That(text, Does.Not.Contain('<').And.Not.Contain('\u202E').And.Contain("‹!channel›"));
        Assert.That(text, Has.Length.LessThan(3_010));
    }

    [Test]
    public void Result_OfManyItems_NamesTen_AndCountsTheRest()
    {
        var result = new ApplyResult
        {
            Done = [.. Enumerable.Range(0, 1_200).Select(item => Item($"p{item}", "Created."))],
        };

        var lines = NoticesOf.Result(result)!.Text.Split('\n');

        Assert.That(lines, Has.Length.EqualTo(12));
        Assert.That(lines[^1], Is.EqualTo("• … and 1,190 more."));
    }

    [Test]
    public void Result_OfARunThatOnlyWaits_IsNone()
    {
        var result = new ApplyResult
        {
            Waiting = [Item("a", "")],
            InDoubt = [Item("b", "An earlier run left it.") with { Action = "in-doubt" }],
        };

        Assert.That(NoticesOf.Result(result), Is.Null);
    }

    private static ApplyItem Item(string key, string sentence) =>
        new(Kind.Post, "northwind", key) { Action = "create", Sentence = sentence };
}
