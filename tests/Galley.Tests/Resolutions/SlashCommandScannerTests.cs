using CsCheck;
using Galley.Resolutions;

namespace Galley.Tests.Resolutions;

public sealed class SlashCommandScannerTests
{
    [TestCase("/galley done post northwind/launch 7QK4", "done post northwind/launch 7QK4")]
    [TestCase(
        "Done, thanks!\r\n\r\n/galley done post a/b 7QK4\r\n/galley forget post a/c\r\nBye",
        "done post a/b 7QK4",
        "forget post a/c"
    )]
    [TestCase("   /Galley\tdone", "done")]
    [TestCase("/galley", "")]
    [TestCase("```\n/galley done\n```\n/galley sent", "sent")]
    [TestCase("````\n```\n/galley done\n````\n/galley sent", "sent")]
    [TestCase("~~~ text\n/galley done\n```\n~~~\n/galley sent", "sent")]
    [TestCase("``` not `a` fence\n/galley sent", "sent")]
    [TestCase("<!-- hint:\n/galley done\n-->\n/galley sent", "sent")]
    [TestCase("<!-- one line -->\n/galley sent", "sent")]
    [TestCase("- I looked\n/galley sent", "sent")]
    [TestCase("A line<br>\n/galley sent post a/my_post_b", "sent post a/my_post_b")]
    [TestCase("<details>\n\n/galley done\n\n</details>\n\n/galley sent", "sent")]
    [TestCase("<details><summary>More</summary>\n/galley done\n</details>\n\n/galley sent", "sent")]
    [TestCase("Text <span hidden>\n/galley done\n</span>\n/galley sent", "sent")]
    [TestCase("<pre>\n/galley done\n\n/galley done\n</pre>\n/galley sent", "sent")]
    [TestCase("> quoted\n/galley done\n\n/galley sent", "sent")]
    [TestCase("- ```\n  /galley done\n  ```\n\n/galley sent", "sent")]
    [TestCase("1. ~~~\n   /galley done\n   ~~~\n\n/galley sent", "sent")]
    public void Words_OfLines_AreWhatFollowsTheName(string comment, params string[] words) =>
        Assert.That(SlashCommandScanner.Scan(comment), Is.EqualTo(words.Select(word => new CommandLine(word))));

    [TestCase("")]
    [TestCase("Nothing to see.")]
    [TestCase("> /galley done post a/b 7QK4")]
    [TestCase("Say /galley done post a/b 7QK4")]
    [TestCase("    /galley done post a/b 7QK4")]
    [TestCase("\t/galley done post a/b 7QK4")]
    [TestCase("- /galley done post a/b 7QK4")]
    [TestCase("/galleys done")]
    [TestCase("/galley\u200Bdone")]
    [TestCase("/g\u0430lley done")]
    [TestCase("\uFF0Fgalley done")]
    [TestCase("//galley done")]
    [TestCase("a\u2028/galley done")]
    [TestCase("```\n/galley done")]
    [TestCase("<!--\n/galley done")]
    [TestCase("Text <!--\n/galley done\n-->")]
    [TestCase("<details>\n\n/galley done")]
    [TestCase("<PRE>\n/galley done\n</PRE>")]
    [TestCase("[//]: # \"\n/galley done\n\"")]
    [TestCase("`a\n/galley done\nb`")]
    [TestCase("- ```\n/galley done\n```\n/galley done")]
    public void Words_OfOtherText_AreNone(string comment) => Assert.That(SlashCommandScanner.Scan(comment), Is.Empty);

    [TestCase("`/galley done post a/b 7QK4`")]
    [TestCase("I mean:\n``/galley done post a/b 7QK4``")]
    public void Words_InBackticks_AreMarkedAsCode(string comment) =>
        Assert.That(
            SlashCommandScanner.Scan(comment),
            Is.EqualTo(new[] { new CommandLine("done post a/b 7QK4", IsCode: true) })
        );

    [Test]
    public void Words_OfAnyText_HoldNoLineBreak() =>
        Gen.String.Sample(text =>
            Assert.That(
                SlashCommandScanner.Scan($"/galley {text}\n{text}"),
                Has.All.Matches<CommandLine>(line => line!.Text.IndexOfAny(['\n', '\r']) < 0)
            )
        );
}
