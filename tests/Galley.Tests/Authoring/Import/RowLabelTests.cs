namespace Galley.Tests.Authoring.Import;

/// <summary>A team's tags and campaign become the post's own, where they are some.</summary>
internal sealed class RowLabelTests
{
    [TestCase("tags", "\"Q2; Evergreen\"", "labels: [Q2, Evergreen]")]
    [TestCase("Label(s)", "\"Q2, q2, yes: really\"", "labels: [Q2, \"yes: really\"]")]
    [TestCase("campaign", "Spring 2026", "campaign: Spring 2026")]
    [TestCase("Campaign Name", "true", "campaign: \"true\"")]
    public void Cells_BecomeFields(string header, string cell, string field)
    {
        var file = FileOf(header, cell);

        Assert.That(file, Does.Contain($"\n{field}\n"));
        Assert.That(file, Does.Not.Contain("notes:"));
    }

    [TestCase("tags")]
    [TestCase("campaign")]
    public void ASentence_IsNoLabel_AndBecomesANote(string header)
    {
        var sentence = $"Ask Ann first {new string('x', 50)}";

        var file = FileOf(header, sentence);

        Assert.That(file, Does.Contain($"notes: \"{header}: {sentence}\""));
        Assert.That(file, Does.Not.Contain("labels:").And.Not.Contain("\ncampaign: "));
    }

    [Test]
    public void MoreLabelsThanAPostTakes_BecomeANote()
    {
        var file = FileOf("tags", $"\"{string.Join(';', Enumerable.Range(1, 21))}\"");

        Assert.That(file, Does.Contain("notes: \"tags: 1;2;3").And.Not.Contain("labels:"));
    }

    private static string FileOf(string header, string cell) =>
        ImportFixture.Run($"text,date,{header}\nHello,2026-06-15 10:00,{cell}\n").Posts.Single().File.Text;
}
