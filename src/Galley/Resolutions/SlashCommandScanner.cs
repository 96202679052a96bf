using System.Text.RegularExpressions;

namespace Galley.Resolutions;

/// <summary>
/// Finds the words to Galley in a comment: lines that begin with <c>/galley</c>, as the comment's reader sees them. What is
/// quoted, stands in a code block, or is hidden from readers is not said to anybody.
/// </summary>
public static partial class SlashCommandScanner
{
    /// <returns>What follows <c>/galley</c> on each such line, in order; empty text for a line that holds nothing else.</returns>
    public static IReadOnlyList<string> Scan(string comment)
    {
        var words = new List<string>();
        var (fence, isHidden) = ("", false);
        foreach (var line in comment.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n'))
        {
            if (isHidden)
            {
                isHidden = !line.Contains("-->", StringComparison.Ordinal);
                continue;
            }

            if (fence.Length > 0)
            {
                if (IsEnd(line, fence))
                {
                    fence = "";
                }

                continue;
            }

            if (Fence().Match(line) is { Success: true } opening)
            {
                fence = opening.Groups[1].Value;
            }
            else if (Word().Match(line) is { Success: true } word)
            {
                words.Add(word.Groups[1].Value.Trim());
            }
            else
            {
                isHidden =
                    line.LastIndexOf("<!--", StringComparison.Ordinal) is var start and >= 0
                    && line.IndexOf("-->", start, StringComparison.Ordinal) < 0;
            }
        }

        return words;
    }

    private static bool IsEnd(string line, string fence) =>
        Fence().Match(line) is { Success: true } found
        && found.Groups[1].Value[0] == fence[0]
        && found.Groups[1].Length >= fence.Length
        && found.Groups[2].Value.Trim().Length == 0;

    // CommonMark: up to three blanks before it, and no backtick after an opening of backticks.
    [GeneratedRegex(@"\A {0,3}(`{3,}(?!.*`)|~{3,})(.*)\z", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Fence();

    // Four blanks or a tab would make it code.
    [GeneratedRegex(
        @"\A {0,3}/galley(?:\s(.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline
    )]
    private static partial Regex Word();
}
