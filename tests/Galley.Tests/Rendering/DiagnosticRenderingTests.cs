using System.Text.Json;
using Galley.Diagnostics;
using Galley.Rendering.Json;
using Galley.Rendering.Text;
using Galley.Testing;

namespace Galley.Tests.Rendering;

public class DiagnosticRenderingTests
{
    private static readonly Diagnostic Typo = new(
        "GAL333",
        Severity.Error,
        "\"<<keywrod>>\" is no placeholder that is known here.",
        "clients/acme/posts/a.md",
        new Position(6, 9),
        "Did you mean \"keyword\"?"
    );

    [Test]
    public void Text_OfADiagnostic_ShowsThePlaceTheLineAndTheFix()
    {
        var text = DiagnosticText.Write(Typo, (_, _) => "Comment <<keywrod>> below.", Palette.Plain);

        Assert.That(
            text,
            Is.EqualTo(
                "error GAL333 clients/acme/posts/a.md:6:9\n"
                    + "  \"<<keywrod>>\" is no placeholder that is known here.\n"
                    + "    Comment <<keywrod>> below.\n"
                    + "            ^\n"
                    + "  help: Did you mean \"keyword\"?\n"
            )
        );
    }

    [Test]
    public void Text_WithoutALineOfItsOwn_LeavesItOut()
    {
        var text = DiagnosticText.Write(Typo with { OnBase = true }, (_, _) => null, Palette.Plain);

        Assert.That(text, Does.Not.Contain("^").And.Contain("(already on main)"));
    }

    [Test]
    public void Text_OfAVeryLongLine_ShowsThePartAroundTheCaret()
    {
        var line = new string('a', 5000) + "!" + new string('b', 5000);

        var lines = DiagnosticText
            .Write(Typo with { At = new Position(1, 5001) }, (_, _) => line, Palette.Plain)
            .Split('\n');

        Assert.That(lines[2], Has.Length.LessThan(170));
        Assert.That(lines[2][lines[3].IndexOf('^')], Is.EqualTo('!'));
    }

    [Test]
    public void Text_OnANarrowTerminal_BreaksMessageAndHelpBetweenWords()
    {
        var text = DiagnosticText.Write(
            Typo with
            {
                Help = "Write one of these, as the schema lists them: https://example.com/a-word-that-is-wider-than-it",
            },
            (_, _) => new string('x', 100),
            Palette.Plain,
            width: 40
        );

        Assert.That(
            text,
            Is.EqualTo(
                "error GAL333 clients/acme/posts/a.md:6:9\n"
                    + "  \"<<keywrod>>\" is no placeholder that\n"
                    + "  is known here.\n"
                    + "    "
                    + new string('x', 36)
                    + "\n"
                    + "            ^\n"
                    + "  help: Write one of these, as the\n"
                    + "        schema lists them:\n"
                    + "        https://example.com/a-word-that-is-wider-than-it\n"
            )
        );
    }

    [Test]
    public void Text_Coloured_CanBeColouredByThePaletteOnly()
    {
        var hostile = Typo with { Message = "\u001b[2J\u202Egone", Help = "a\nb" };

        var plain = DiagnosticText.Write(hostile, (_, _) => "\u001b]0;title\u0007 x", Palette.Plain);
        var coloured = DiagnosticText.Write(Typo, (_, _) => null, Palette.Coloured);

        Assert.That(plain, Does.Not.Contain("\u001b").And.Not.Contain("\u202E").And.Not.Contain("\u0007"));
        Assert.That(coloured, Does.StartWith("\u001b[1;31merror GAL333\u001b[0m"));
    }

    [Test]
    public void Json_OfDiagnostics_HasThePlansForm()
    {
        using var json = JsonDocument.Parse(Written.By(to => DiagnosticJson.Write(to, [Typo])));

        var only = json.RootElement.GetProperty("diagnostics")[0];

        Assert.That(
            only.EnumerateObject().Select(field => field.Name),
            Is.EqualTo(new[] { "code", "severity", "message", "path", "line", "column", "help" })
        );
        Assert.That(
            (only.GetProperty("severity").GetString(), only.GetProperty("line").GetInt32()),
            Is.EqualTo(("error", 6))
        );
    }
}
