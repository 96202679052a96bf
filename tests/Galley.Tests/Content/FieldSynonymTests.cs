using Galley.Tests.Rules;

namespace Galley.Tests.Content;

/// <summary>Names that other tools use are answered with the line to write.</summary>
internal sealed class FieldSynonymTests
{
    [TestCase("date: 2026-06-15 10:00", "scheduled_at: 2026-06-15 10:00")]
    [TestCase("Publish Date: 2026-06-15 10:00", "scheduled_at: 2026-06-15 10:00")]
    [TestCase("comment: Link in the guide.", "first_comment: Link in the guide.")]
    [TestCase("caption: Hello", "below the second --- line")]
    [TestCase("hashtags: \"#b2b #growth\"", "at the end of the text: #b2b #growth")]
    [TestCase("image: a.png", "images: [a.png]")]
    [TestCase("pdf: a.pdf", "document: {file: a.pdf, type: …}")]
    [TestCase("link: https://a.example", "in the text of the post: https://a.example")]
    [TestCase("magnet: guide", "lead_magnet: guide")]
    [TestCase("followups: {comments: [{message: Hi, delay_minutes: 5}]}", "text: Hi")]
    [TestCase("followups: {comments: [{text: Hi, wait: 5}]}", "delay_minutes: 5")]
    [TestCase("images: [{src: a.png}]", "file: a.png")]
    public void Name_OfAnotherTool_IsAnsweredWithTheLineToWrite(string field, string line)
    {
        using var fixture = new RuleFixture();
        fixture.Post("a", $"{field}\n");

        var problem = fixture.Problems().First(problem => problem.Code.Id == "GAL201");

        Assert.That(problem.Help, Does.Contain(line));
    }

    [TestCase("sheduled_at: 2026-06-15 10:00", "scheduled_at")]
    [TestCase("Scheduled-At: 2026-06-15 10:00", "scheduled_at")]
    [TestCase("imagse: [a.png]", "images")]
    [TestCase("\u00A0images: []", "images")]
    [TestCase("noets: x", "notes")]
    [TestCase("kee: x", null, Description = "too short to be certain")]
    [TestCase("date: 2026-06-15 10:00", null, Description = "another word")]
    [TestCase("imgaess: []", null, Description = "two slips")]
    public void Name_WithOneSlip_HasAFix(string field, string? fix)
    {
        using var fixture = new RuleFixture();
        fixture.Write("clients/acme/posts/a.md", $"---\nstatus: draft\n{field}\n---\nHello.\n");

        var problem = fixture.Problems().First(problem => problem.Code.Id == "GAL201");

        Assert.That(problem.Fix?.Text, Is.EqualTo(fix));
    }
}
