using CsCheck;
using Galley.Authoring.Import;
using Galley.Authoring.Import.Rows;

namespace Galley.Tests.Authoring.Import;

/// <summary>Whatever the sheet: nothing is scheduled that the sheet does not clearly say.</summary>
internal sealed class SchedulingPropertyTests
{
    private static readonly string[] Texts =
    [
        "Hello world",
        "Hello, world",
        "We grew by 40,000 people",
        "One\nTwo",
        "He said \"hi\"",
        "6\" pipes",
        "+40 %",
        "",
        " ",
        "TBD",
        "#NAME?",
        "########",
        "{{first_name}}",
        "Hi {name}",
        "=A1",
        "a;b;c",
        "tab\t here",
        "<b>x</b>",
        "Größe",
    ];

    private static readonly string[] Moments =
    [
        "2026-06-15 10:00",
        "2026-06-16 10:00",
        "2026-06-17T10:00Z",
        "2026-06-18 10-00",
        "15/06/2026 10:00",
        "",
        "soon",
        "########",
        "2026-06-19",
        "10:00",
        "2020-01-01 10:00",
        "46188.5",
    ];

    private static readonly string[] Statuses =
    [
        "scheduled",
        "Approved",
        "draft",
        "idea",
        "rejected",
        "Published",
        "",
        "#REF!",
    ];
    private static readonly string[] Approvals = ["yes", "no", "", "✓", "maybe"];
    private static readonly string[] Accounts =
    [
        "Northwind Traders",
        "northwind",
        "Beta Ltd",
        "",
        "LinkedIn",
        "Facebook - Northwind Traders",
    ];

    private static readonly string[] ClearTimes =
    [
        "2026-06-15 10:00",
        "2026-06-16 10:00",
        "2026-06-17T10:00Z",
        "15/06/2026 10:00",
    ];
    private static readonly string[] ReadyWords = ["scheduled", "Approved"];
    private static readonly string[] YesWords = ["yes", "✓"];
    private static readonly string[] OwnNames = ["Northwind Traders", "northwind", "LinkedIn"];
    private static readonly string[] WholeTexts =
    [
        "Hello world",
        "Hello, world",
        "We grew by 40,000 people",
        "One\nTwo",
        "He said \"hi\"",
        "6\" pipes",
        "+40 %",
        "a;b;c",
        "tab\t here",
        "Größe",
    ];

    private static readonly Gen<Line> Lines = Gen.Select(
        Mostly(WholeTexts, Texts),
        Mostly(ClearTimes, Moments),
        Mostly(ReadyWords, Statuses),
        Mostly(YesWords, Approvals),
        Mostly(OwnNames, Accounts),
        Gen.Int[0, 10],
        (text, moment, status, approval, account, quoting) =>
            new Line([text, moment, status, approval, account, "Q2"], quoting)
    );

    private static readonly Gen<Sheet> Sheets = Gen.Select(
        Lines.Array[1, 6],
        Gen.Shuffle(new[] { 0, 1, 2, 3, 4, 5 }),
        OneOf([',', ';', '\t']),
        (lines, order, separator) => new Sheet(lines, order, separator)
    );

    /// <summary>Mostly what is right, so that whole rows are.</summary>
    private static Gen<string> Mostly(string[] right, string[] any) =>
        Gen.Frequency((4, OneOf(right)), (1, OneOf(any)));

    private static Gen<T> OneOf<T>(T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    [Test]
    public void Import_OfAnySheet_SchedulesOnlyWhatItClearlySays()
    {
        Sheets.Sample(IsSafe, iter: 3000, threads: 1, print: sheet => sheet.Csv);
    }

    /// <summary>A scheduled post has the whole text of one of the lines, and that line's own cells all say yes.</summary>
    private static bool IsSafe(Sheet sheet)
    {
        ImportResult result;
        try
        {
            result = ImportFixture.Run(sheet.Csv);
        }
        catch (GalleyException)
        {
            return true;
        }

        return result.Posts.Where(post => !post.IsDraft).All(post => sheet.Lines.Any(line => Allows(line, post)));
    }

    private static bool Allows(Line line, ImportedPost post) =>
        line.Cells is [var text, var moment, var status, var approval, var account, _]
        && WholeTexts.Contains(text)
        && ClearTimes.Contains(moment)
        && ReadyWords.Contains(status)
        && YesWords.Contains(approval)
        && OwnNames.Contains(account)
        && post.Start == Finding.Start(text)
        && post.File.Text.EndsWith(
            $"---\n{(post.File.Text.Contains("text_format: plain", StringComparison.Ordinal) ? text : ExactText.From(text)!.Body)}\n",
            StringComparison.Ordinal
        );

    /// <param name="Quoting">0 to 6: as a spreadsheet program quotes. 7: not at all. 8: with backslashes. 9 and 10: the last cell
    /// is cut off, quoted and not.</param>
    private sealed record Line(string[] Cells, int Quoting)
    {
        public string Write(int[] order, char separator)
        {
            var cells = order.Select(index => Quoted(Cells[index], separator));
            return string.Join(separator, Quoting >= 9 ? cells.SkipLast(1) : cells);
        }

        private string Quoted(string cell, char separator) =>
            Quoting switch
            {
                7 or 10 => cell,
                8 => $"\"{cell.Replace("\"", "\\\"", StringComparison.Ordinal)}\"",
                _ when cell.IndexOfAny(['"', '\n', separator]) >= 0 =>
                    $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"",
                _ => cell,
            };
    }

    private sealed record Sheet(Line[] Lines, int[] Order, char Separator)
    {
        private static readonly string[] Headers = ["text", "date", "status", "approved", "account", "campaign"];

        public string Csv =>
            string.Join(Separator, Order.Select(index => Headers[index]))
            + "\n"
            + string.Concat(Lines.Select(line => line.Write(Order, Separator) + "\n"));
    }
}
