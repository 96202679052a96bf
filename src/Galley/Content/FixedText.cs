using System.Buffers;
using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>A file's text with certain corrections, and with its own line ends everywhere else.</summary>
public static class FixedText
{
    /// <summary>What the reader of files counts as line ends.</summary>
    private static readonly SearchValues<char> LineEnds = SearchValues.Create("\n\r\f\u0085\u2028\u2029");

    /// <summary>Corrections that overlap an earlier one, or that do not fit the text, are left out.</summary>
    public static string Apply(string text, IEnumerable<Fix> fixes)
    {
        var lines = LinesOf(text);
        var left = text.Length + 1;
        foreach (var fix in fixes.Distinct().OrderByDescending(fix => fix.Start))
        {
            if (
                IndexOf(lines, fix.Start) is { } start
                && IndexOf(lines, fix.End) is { } end
                && start <= end
                && end < left
            )
            {
                text = string.Concat(text.AsSpan(0, start), fix.Text, text.AsSpan(end));
                left = start;
            }
        }

        return text;
    }

    /// <summary>Where a position is in the text. Null for one that the text does not have.</summary>
    private static int? IndexOf(List<(int Start, int Length)> lines, Position at) =>
        at.Line >= 1 && at.Line <= lines.Count && at.Column >= 1 && at.Column <= lines[at.Line - 1].Length + 1
            ? lines[at.Line - 1].Start + at.Column - 1
            : null;

    private static List<(int Start, int Length)> LinesOf(string text)
    {
        var lines = new List<(int, int)>();
        for (var start = text.StartsWith('\uFEFF') ? 1 : 0; ; )
        {
            var length = text.AsSpan(start).IndexOfAny(LineEnds);
            if (length < 0)
            {
                lines.Add((start, text.Length - start));
                return lines;
            }

            lines.Add((start, length));
            start += length;
            start += text.AsSpan(start).StartsWith("\r\n") ? 2 : 1;
        }
    }
}
