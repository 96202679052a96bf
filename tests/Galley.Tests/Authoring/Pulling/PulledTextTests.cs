using System.Text.Json.Nodes;
using Galley.Api;
using Galley.Authoring.Pulling;
using Galley.Diagnostics;
using Galley.Testing;

namespace Galley.Tests.Authoring.Pulling;

internal sealed class PulledTextTests
{
    private const string File = """
        ---
        # A note of the author's.
        status: scheduled
        scheduled_at: 2026-06-15 10:00   # after the holiday
        lead_magnet: guide
        followups:
          comments:
            - text: Comment GUIDE.

        notes: 'Ann approved.'
        ---
        Old words.

        """;

    [Test]
    public void Post_TakesTextTimeAndState_AndKeepsEveryOtherLine()
    {
        var pulled = Pull(
            File,
            "a.md",
            """{"text":"New words.","status":"draft","scheduled_at":"2026-06-16T15:30:00.000Z"}"""
        );

        Assert.That(
            pulled,
            Is.EqualTo(
                File.Replace("status: scheduled", "status: draft")
                    .Replace("scheduled_at: 2026-06-15 10:00   # after the holiday", "scheduled_at: 2026-06-16 11:30")
                    .Replace("Old words.", "New words.")
            )
        );
    }

    [Test]
    public void Words_ThatMarkdownWouldChange_GoInAsPlainText() =>
        Assert.That(
            Pull(File, "a.md", """{"text":"*Bold* claim, 50 % off_","status":"scheduled"}"""),
            Does.Contain("text_format: plain\n---\n*Bold* claim, 50 % off_\n")
        );

    [Test]
    public void YamlFile_GetsItsBodyAsABlock() =>
        Assert.That(
            Pull(
                "status: draft\nbody: |\n  Old.\n\n  Words.\nnotes: x\n",
                "a.yaml",
                """{"text":"One.\n\nTwo.","status":"draft"}"""
            ),
            Is.EqualTo("status: draft\nbody: |\n  One.\n\n  Two.\nnotes: x\n")
        );

    [Test]
    public void WindowsLineEnds_Stay() =>
        Assert.That(
            Pull(File.ReplaceLineEndings("\r\n"), "a.md", """{"text":"One.\nTwo.","status":"scheduled"}"""),
            Does.EndWith("---\r\nOne.\r\nTwo.\r\n")
        );

    [TestCase("""{"status":"scheduled"}""", "does not show the text")]
    [TestCase("""{"text":"x","status":"published"}""", "shows this post as published")]
    [TestCase("""{"text":"x"}""", "without a state")]
    public void WhatLeadPantherDoesNotShow_IsSaid(string there, string why) =>
        Assert.That(() => Pull(File, "a.md", there), Throws.TypeOf<GalleyException>().With.Message.Contains(why));

    [Test]
    public void BodyInAnotherFile_IsSaid() =>
        Assert.That(
            () => Pull("status: draft\nbody_file: a-text.md\n", "a.yaml", """{"text":"x","status":"draft"}"""),
            Throws.TypeOf<GalleyException>().With.Message.Contains("body_file")
        );

    private static string Pull(string file, string path, string there) =>
        PulledText.Write(
            file,
            path,
            new LiveObject(Kind.Post, "id", JsonNode.Parse(there)!.AsObject()),
            Sample.Client()
        );
}
