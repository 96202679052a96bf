using System.Text;

namespace Galley.Rendering.Calendar;

/// <summary>
/// Lines of at most 75 bytes, as RFC 5545 (3.1) wants them. Ical.Net 5.2.4 counts UTF-16 units and cuts emoji in two, which no
/// encoding can write.
/// </summary>
internal static class FoldedLines
{
    private const int MostBytes = 75;
    private const string LineEnd = "\r\n";
    private const string Fold = LineEnd + " ";

    /// <param name="calendar">With lines that were folded somewhere.</param>
    public static string Write(string calendar)
    {
        var text = new StringBuilder(calendar.Length);
        foreach (var line in calendar.Replace(Fold, "", StringComparison.Ordinal).Split(LineEnd))
        {
            Append(text, line);
            text.Append(LineEnd);
        }

        return text.ToString(0, text.Length - LineEnd.Length);
    }

    private static void Append(StringBuilder text, string line)
    {
        var bytes = 0;
        foreach (var rune in line.EnumerateRunes())
        {
            if (bytes + rune.Utf8SequenceLength > MostBytes)
            {
                text.Append(Fold);
                // The space at the start of a continued line counts.
                bytes = 1;
            }

            text.Append(rune.ToString());
            bytes += rune.Utf8SequenceLength;
        }
    }
}
