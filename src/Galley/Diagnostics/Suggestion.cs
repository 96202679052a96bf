namespace Galley.Diagnostics;

/// <summary>"Did you mean": the known word that is closest to what was typed, by edit distance.</summary>
public static class Suggestion
{
    private const int LongestCompared = 100;

    /// <summary>Null when no known word is close enough to be a typing mistake.</summary>
    public static string? For(string typed, IEnumerable<string> known) =>
        typed.Length > LongestCompared
            ? null
            : known
                .Where(word => word.Length <= LongestCompared)
                .Select(word => (word, distance: Distance(Plain(typed), Plain(word))))
                .Where(candidate => candidate.distance <= Math.Max(1, candidate.word.Length / 3))
                .OrderBy(candidate => candidate.distance)
                .ThenBy(candidate => candidate.word, StringComparer.Ordinal)
                .Select(candidate => candidate.word)
                .FirstOrDefault();

    /// <summary><c>Did you mean "x"? </c> with a space at its end, or nothing.</summary>
    public static string DidYouMean(string typed, IEnumerable<string> known) =>
        For(typed, known) is { } word ? $"Did you mean \"{word}\"? " : "";

    /// <summary>Capitals do not count, and space, hyphen and underscore are the same.</summary>
    private static string Plain(string word) => word.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');

    /// <summary>Insertions, deletions, replacements and swaps of neighbours.</summary>
    private static int Distance(string from, string to)
    {
        var rows = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            rows[i, 0] = i;
        }

        for (var j = 0; j <= to.Length; j++)
        {
            rows[0, j] = j;
        }

        for (var i = 1; i <= from.Length; i++)
        {
            for (var j = 1; j <= to.Length; j++)
            {
                var replaced = rows[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1);
                rows[i, j] = Math.Min(replaced, Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1);
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                {
                    rows[i, j] = Math.Min(rows[i, j], rows[i - 2, j - 2] + 1);
                }
            }
        }

        return rows[from.Length, to.Length];
    }
}
