using System.Text.RegularExpressions;
using Galley.Authoring.Import.Columns;
using Galley.Authoring.Import.Sheets;
using Galley.Markdown;

namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>Text and first comment are there, finished, and as somebody typed them.</summary>
internal sealed partial class WholeText : IRowCheck
{
    private static readonly (Func<string, bool> IsIn, string Why)[] Doubts =
    [
        (SpreadsheetError.IsIn, "contains an error of the spreadsheet program"),
        (text => Formula().IsMatch(text), "looks like a formula"),
        (text => MergeField().IsMatch(text), "contains a placeholder that nothing replaces"),
        (
            text => FrontMatter().IsMatch(text),
            "begins with fields between two lines of \"---\", which are no words of a post"
        ),
        (text => Html().IsMatch(text), "contains HTML, which LinkedIn shows as it is"),
        (text => Escapes().IsMatch(text), "contains \\n or \\t in place of a line break or a tab"),
        (text => Mojibake().IsMatch(text), "contains letters of a wrong encoding, such as Ã¼ for ü"),
    ];

    public IEnumerable<Finding> Check(ImportRow row, RowContext context)
    {
        if (HiddenCharacters.AreAll(row.Text))
        {
            yield return Finding.LeaveOut("it has no text");
            yield break;
        }

        if (StandIn().IsMatch(row.Text))
        {
            yield return Finding.LeaveOut($"its text is only \"{Finding.Start(row.Text)}\"");
        }

        foreach (var finding in CheckWords("text", row.Text))
        {
            yield return finding;
        }

        foreach (var comment in row.Filled(Column.FirstComment))
        {
            foreach (var finding in CheckWords("first comment", comment.Text))
            {
                yield return finding;
            }
        }
    }

    private static IEnumerable<Finding> CheckWords(string name, string text)
    {
        if (PlaceholderSyntax.Anywhere.Match(text) is { Success: true, Value: var placeholder })
        {
            yield return Finding.LeaveOut(
                $"its {name} contains the placeholder \"{placeholder}\", which nothing replaces"
            );
        }

        if (text.Contains('\uFFFD'))
        {
            yield return Finding.LeaveOut($"its {name} contains \"\uFFFD\" in place of a letter that was lost");
        }

        foreach (var doubt in Doubts.Where(doubt => doubt.IsIn(text)))
        {
            yield return Finding.Draft($"its {name} {doubt.Why}");
        }
    }

    [GeneratedRegex(
        @"^\s*(?:tb[cda]|to ?do|n/?a|none|null|-+|–|—|\.+|…|\?+|x{1,3}|test|text|lorem ipsum.*)\s*\z",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex StandIn();

    [GeneratedRegex(@"^\s*[=+@-]?=\s*[\w$(+""'-]")]
    private static partial Regex Formula();

    /// <summary>As mail programs and templates write them: {first_name}, *|FNAME|*, %FIRSTNAME%, [Insert link], &lt;Name&gt;.</summary>
    [GeneratedRegex(
        @"\{[A-Za-z_][\w .-]{0,40}\}|\*\|[^|\n]{1,40}\|\*|%[A-Z_]{3,40}%|\$\{[^}\n]{1,40}\}"
            + @"|\[(?:insert|add|your|link|url|name|first ?name|company|tb[cd]|to ?do|placeholder|image|cta)\b[^\]\n]{0,40}\](?!\()"
            + @"|<(?:insert|add|your|name|first ?name|last ?name|company)\b[^<>\n]{0,40}>"
            + @"|\blorem ipsum\b|\bTB[CD]\b|\bXX+\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex MergeField();

    [GeneratedRegex(
        @"</?(?:p|br|b|i|u|a|div|span|strong|em|ul|ol|li|h[1-6]|img|table|font)\b[^<>\n]*>"
            + "|&(?:#[0-9]+|[a-z]{2,6});",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Html();

    [GeneratedRegex(@"^\s*---[ \t]*\r?\n\w+[ \t]*:(?:.*\n)+?---[ \t]*(?:\r?\n|\z)")]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"\\[nrt](?![\\\w])|\w\\n\w|\\n\\n|_x000[0-9A-F]_")]
    private static partial Regex Escapes();

    /// <summary>UTF-8 that somebody read as Windows-1252.</summary>
    [GeneratedRegex("Ã[\u0080-\u00BFŒœŠšŸŽžƒˆ˜–—‘’‚“”„†‡•…‰‹›€™]|â€|Â[\u00A0-\u00BF]|ðŸ")]
    private static partial Regex Mojibake();
}
