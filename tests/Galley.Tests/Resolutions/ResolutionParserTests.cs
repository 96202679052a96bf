using Galley.Diagnostics;
using Galley.Resolutions;

namespace Galley.Tests.Resolutions;

internal sealed class ResolutionParserTests
{
    private const string Id = "00000000-0000-4000-8000-000000000002";

    [TestCaseSource(nameof(Lines))]
    public void Line_AsThePlanShowsIt_IsRead(string line, Resolution resolution) =>
        Assert.That(ResolutionParser.Parse(line), Is.EqualTo(resolution));

    [TestCase(
        "",
        "The command is missing. Available: adopt KIND CLIENT/KEY ID [--force]; approve CLIENT CODE…; done "
            + "KIND CLIENT/KEY CODE; forget KIND CLIENT/KEY [--recreate]; not-sent KIND CLIENT/KEY; overwrite KIND "
            + "CLIENT/KEY CODE; sent KIND CLIENT/KEY [ID] [--force]."
    )]
    [TestCase("send post a/b", "Did you mean \"sent\"?")]
    [TestCase("done post a/b", "Type: done KIND CLIENT/KEY CODE")]
    [TestCase("done post a/b 7QK4 now", "Type: done KIND CLIENT/KEY CODE")]
    [TestCase("not-sent post a/b " + Id, "Type: not-sent KIND CLIENT/KEY")]
    [TestCase("adopt post a/b", "Type: adopt KIND CLIENT/KEY ID")]
    [TestCase("forget post a/b --force", "\"forget\" has no option --force")]
    [TestCase("sent post a/b --force", "--force needs an id")]
    [TestCase("sent tweet a/b", "\"tweet\" is not a kind. Use post or lead-magnet")]
    [TestCase("sent post launch", "\"launch\" does not name the client")]
    [TestCase("sent post ../../etc/passwd", "is not a valid name")]
    [TestCase("sent post a/b ID", "Replace ID with the id that LeadPanther shows")]
    [TestCase("sent post a/b ../x", "\"../x\" is not an id")]
    public void Line_ThatSaysSomethingElse_IsAnsweredWithWhatToType(string line, string answer) =>
        Assert.That(() => ResolutionParser.Parse(line), Throws.TypeOf<GalleyException>().With.Message.Contains(answer));

    [Test]
    public void Approval_OfSeveralCodes_IsOneResolutionForEach() =>
        Assert.That(
            ResolutionParser.ParseAll("Approve northwind 7QK4-M2XD-93TB, 9ABC-M2XD-93TB 7QK4-M2XD-93TB,", "Anna"),
            Is.EqualTo(
                new[]
                {
                    new Resolution.Approve("northwind", "7QK4-M2XD-93TB", "Anna"),
                    new Resolution.Approve("northwind", "9ABC-M2XD-93TB", "Anna"),
                }
            )
        );

    private static IEnumerable<TestCaseData> Lines() =>
        [
            new("done post northwind/launch 7QK4", new Resolution.Done(Kind.Post, "northwind", "launch", "7QK4")),
            new(
                "  SENT  lead-magnet\tnorthwind/spring/guide " + Id + "\r\n",
                new Resolution.Sent(Kind.LeadMagnet, "northwind", "spring/guide", Id)
            ),
            new("sent post northwind/launch", new Resolution.Sent(Kind.Post, "northwind", "launch", null)),
            new(
                "sent post northwind/launch " + Id + " --force",
                new Resolution.Sent(Kind.Post, "northwind", "launch", Id, Force: true)
            ),
            new(
                "forget post northwind/launch \u2014recreate",
                new Resolution.Forget(Kind.Post, "northwind", "launch", Recreate: true)
            ),
            new(
                "not-sent lead\u2011magnet northwind/my\u2013guide",
                new Resolution.NotSent(Kind.LeadMagnet, "northwind", "my-guide")
            ),
            new("not-sent post northwind/launch", new Resolution.NotSent(Kind.Post, "northwind", "launch")),
            new(
                "forget --recreate post northwind/launch",
                new Resolution.Forget(Kind.Post, "northwind", "launch", Recreate: true)
            ),
            new(
                "adopt lead-magnet northwind/guide " + Id,
                new Resolution.Adopt(Kind.LeadMagnet, "northwind", "guide", Id)
            ),
        ];
}
