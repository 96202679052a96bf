using System.Text.RegularExpressions;
using CsCheck;
using Galley.Diagnostics;
using Galley.Markdown;

namespace Galley.Tests.Markdown;

/// <summary>
/// Every letter, figure, sign and address that is typed is in the text that goes out, in its order, or a diagnostic quotes the line as it
/// will read. Over random LinkedIn copy: pieces that marketers type, with and without Markdown.
/// </summary>
public partial class AsTypedPropertyTests
{
    private const int Copies = 10_000;

    /// <summary>How a line begins.</summary>
    private static readonly string[] Starts =
    [
        "",
        "",
        "",
        "",
        "",
        "",
        "- ",
        "- ",
        "- ",
        "* ",
        "+ ",
        "+ ",
        "# ",
        "## ",
        "> ",
        ">> ",
        "> - ",
        "1. ",
        "1. ",
        "2. ",
        "8. ",
        "01. ",
        "3) ",
        "• ",
        "→ ",
        "👉 ",
        "  - ",
        "  ",
        "   1. ",
        "[LIVE]: ",
        "[1]: ",
        "[ ] ",
        "- [x] ",
        "-",
        "+",
        "#",
        "*",
        "*) ",
        "– ",
        "**",
        "$",
    ];

    /// <summary>What stands in a line: as typed, and as it reads where Markdown is surely meant.</summary>
    private static readonly (string Typed, string Reads)[] Pieces =
    [
        .. new[]
        {
            "word",
            "Launch!",
            "Grüße",
            "שלום",
            "太字",
            "one two three",
            "P.S.",
            "AT&T",
            "C:\\temp",
            "R&D",
            "a_b",
            "snake_case_name",
            "f**k",
            "s**t",
            "Kund*innen",
            "Kolleg*innen",
            "2*3*4",
            "5 * 3",
            "a*b",
            "3 > 2",
            "x < y",
            "<3",
            "it's",
            "\"quoted\"",
            "“quoted”",
            "(aside)",
            "[aside]",
            "[LIVE]",
            "40 %",
            "12 %",
            "€5",
            "$7",
            "1,000",
            "10:00",
            "8. Mai 1945",
            "01",
            "#1",
            "# 1",
            "+ 40",
            "- 12",
            "> 500",
            "+40",
            "-12",
            "±3",
            "~5",
            "100%",
            "½",
            "5*",
            "*nur",
            "*)",
            "*",
            "**",
            "_",
            "__",
            "&",
            "+",
            "-",
            "--",
            "—",
            "~",
            "=",
            "|",
            "^",
            "`",
            "!",
            "#",
            "@",
            "\\",
            ":",
            "•",
            "…",
            "#growth",
            "#b2b_sales",
            "#_x_",
            "@anna",
            "@_the_brand_",
            "ann@example.com",
            "first_last_@example.com",
            "https://example.com",
            "https://example.com/_next/2026_q2_/deck",
            "https://example.com/*live*",
            "http://a.example/?q=a_b&c=*d*#e",
            "www.example.com/_a_",
            "lnkd.in/_b_c_",
            "https://en.wikipedia.org/wiki/A_(b)",
            "🚀",
            "1️⃣",
            "👩‍👩‍👧",
            "¯\\_(ツ)_/¯",
            ":rocket:",
            "[x] (https://x.example)",
            "[a](https://a.example/b c)",
            "**Wichtig:**Bitte",
            "**Note (new)**is",
            "~~99 €~~",
            "[^1]",
            "{x}",
            "| a | b |",
            "|---|---|",
        }.Select(text => (text, text)),
        ("[our guide](https://example.com/a_b)", "our guide (https://example.com/a_b)"),
        ("[**the** guide](https://example.com)", "the guide (https://example.com)"),
        ("[ann@example.com](mailto:ann@example.com)", "ann@example.com"),
        ("[https://example.com](https://example.com)", "https://example.com"),
        ("[example.com](https://example.com)", "https://example.com"),
        ("<https://example.com/x_y>", "https://example.com/x_y"),
        ("**bold**", "bold"),
        ("**two words**", "two words"),
        ("*soft*", "soft"),
        ("_soft_", "soft"),
        ("***both***", "both"),
        ("`code_x`", "code_x"),
        ("\\*", "*"),
        ("\\_", "_"),
        ("&amp;", "&"),
        ("&copy;", "©"),
    ];

    private static readonly Gen<Line> AnyLine = Gen.Select(
        Gen.Int[0, Starts.Length - 1],
        Gen.Int[0, Pieces.Length - 1].Array[0, 4],
        Gen.Int[0, 19],
        (start, pieces, end) =>
            new Line(
                Starts[start],
                [.. pieces.Select(piece => Pieces[piece])],
                end switch
                {
                    0 => "\\",
                    1 => "  ",
                    _ => "",
                }
            )
    );

    private static readonly string[] Dividers = ["---", "===", "***", "——", "- - -", "```", "+", "="];

    private static readonly Gen<Line> Divider = Gen.Int[0, Dividers.Length - 1]
        .Select(index => new Line(Dividers[index], [], ""));

    private static readonly Gen<Line[]> Copy = Gen.Frequency(
        (8, AnyLine),
        (1, Divider),
        (3, Gen.Const(new Line("", [], "")))
    ).Array[1, 10];

    [Test]
    public void Render_AnyLinkedInCopy_KeepsWhatIsTypedOrSaysHowItReads() =>
        Copy.Sample(lines => LossIn(lines) is null, iter: Copies, print: lines => LossIn(lines)!);

    /// <summary>Null when all is there, or told.</summary>
    private static string? LossIn(Line[] lines)
    {
        var body = BodyOf(lines);
        var rendered = LinkedInText.Render(body, TextFormat.Markdown, PlaceholderValues.None);
        if (rendered.Problems.Any(problem => problem.Code.Severity == Severity.Error) || HasDefinition.IsMatch(body))
        {
            return null;
        }

        var said = string.Join('\n', rendered.Problems.Select(problem => problem.Message));
        var output = new Queue<string>(rendered.Text.Split('\n').Where(line => line.Trim().Length > 0));
        var lost = lines.FirstOrDefault(line => line.Typed.Trim().Length > 0 && !IsThere(line, output, said))?.Typed;
        return lost is null && output.Count == 0
            ? null
            : $"{lost ?? "One line too many"}\nis wrong in\n{body}\n=>\n{rendered.Text}\n!\n{said}";
    }

    private static bool IsThere(Line line, Queue<string> output, string said)
    {
        var isAsTyped = output.TryPeek(out var read) && line.Readings.Select(WithBullets).Contains(WithBullets(read));
        var isGone = !isAsTyped && IsGone(line, said);
        var isRead =
            isAsTyped
            || (
                !isGone
                && read is not null
                && line.MayRead(LettersOf(read))
                && IsWithin(Signs(read), Signs(line.Typed))
                && said.Contains($"\"{read.Trim()}\"", StringComparison.Ordinal)
            );
        if (isRead)
        {
            output.Dequeue();
        }

        return isRead || isGone || IsEmptied(line, said);
    }

    /// <summary>A fence, or a blank line of a quotation.</summary>
    private static bool IsGone(Line line, string said) =>
        line.Typed.Trim('>', ' ').Length == 0
        || (line.Typed == "```" && said.Contains("\"```\"", StringComparison.Ordinal));

    /// <summary>Marks alone, such as a backslash, that leave an empty line.</summary>
    private static bool IsEmptied(Line line, string said)
    {
        var marks = line.Typed.Trim('>', ' ');
        return line.MayRead("")
            && (
                said.Contains("Nothing is left of it", StringComparison.Ordinal)
                || said.Contains($"\"{marks}\"", StringComparison.Ordinal)
                || said.Contains($"\"{marks.TrimEnd('\\', ' ')}\"", StringComparison.Ordinal)
            );
    }

    /// <summary>In its order; a bullet is none of the typed signs, nor what an entity stands for.</summary>
    private static bool IsWithin(string read, string typed)
    {
        var at = 0;
        return read.All(sign =>
            (sign == '•' && typed.AsSpan().ContainsAny('-', '*', '+'))
            || sign == '©'
            || (at = typed.IndexOf(sign, at) + 1) > 0
        );
    }

    private static string BodyOf(Line[] lines) => string.Join('\n', lines.Select(line => line.Typed)).Trim('\n');

    private static string LettersOf(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    private static string Signs(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    /// <summary>Its signs, with a bullet for each mark that may be one; a sign before a figure that goes up or down may not.</summary>
    private static string WithBullets(string line) =>
        Signs(Markers.Replace(line, markers => Bullet.Replace(markers.Value, "•")));

    [GeneratedRegex(@"^\s*(?:(?:[0-9]{1,9}[.)]|[*•]|[-+](?!\s*[€$]?[0-9]+\s?%))(?:\s+|$))+")]
    private static partial Regex Markers { get; }

    /// <summary>A link that is surely meant, and whose address goes out where it is used.</summary>
    [GeneratedRegex(@"^[ >]*\[(?:LIVE|1)\]:\s*\S*(?:http|www|\.\w|\[)", RegexOptions.Multiline)]
    private static partial Regex HasDefinition { get; }

    [GeneratedRegex("[-*+]")]
    private static partial Regex Bullet { get; }

    private sealed record Line(string Start, (string Typed, string Reads)[] Pieces, string End)
    {
        public string Typed => Start + string.Join(' ', Pieces.Select(piece => piece.Typed)) + End;

        /// <summary>What needs no word: links and bullets that are surely meant.</summary>
        public IEnumerable<string> Readings =>
            from isLink in new[] { false, true }
            let words = Pieces.Select(piece =>
                isLink && piece.Typed.Contains("http", StringComparison.Ordinal)
                || piece.Typed.Contains("mailto", StringComparison.Ordinal)
                    ? piece.Reads
                    : piece.Typed
            )
            from end in new[] { "", End }
            select Start + string.Join(' ', words) + end;

        /// <summary>Whether these are its letters and figures, with or without those of the Markdown that may be in it.</summary>
        public bool MayRead(string letters)
        {
            var ends = new HashSet<int> { 0 };
            ends = Next(ends, letters, LettersOf(Start), LettersOf(Start));
            foreach (var (typed, reads) in Pieces)
            {
                ends = Next(ends, letters, LettersOf(typed), LettersOf(reads));
            }

            return ends.Contains(letters.Length);
        }

        private static HashSet<int> Next(HashSet<int> starts, string letters, params string[] options) =>
            [
                .. from start in starts
                from option in options
                where letters.AsSpan(start).StartsWith(option)
                select start + option.Length,
            ];
    }
}
