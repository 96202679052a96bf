using System.Text.RegularExpressions;

namespace Galley.Markdown.Parsers;

/// <summary>Addresses, @names and #tags that stand in a text without brackets: nothing within them is Markdown.</summary>
internal static partial class BareAddresses
{
    private const string Tail = "*_~.,:;!?'\")";

    /// <summary>Where they are in <paramref name="line"/>, without the marks and the punctuation behind them.</summary>
    public static IEnumerable<(int Start, int End)> In(string line) =>
        Address.Matches(line).Select(match => (match.Index, EndOf(match.Value) + match.Index));

    private static int EndOf(string address)
    {
        var end = address.AsSpan().TrimEnd(Tail).Length;
        // https://example.com/*live*: the last mark belongs to the address as the first one does.
        return end < address.Length && address[end] is '*' or '_' && HasOpen(address.AsSpan(0, end), address[end])
            ? end + 1
            : end;
    }

    private static bool HasOpen(ReadOnlySpan<char> address, char mark)
    {
        var isOpen = false;
        for (var at = 1; at < address.Length; at++)
        {
            isOpen ^= address[at] == mark && !char.IsLetterOrDigit(address[at - 1]);
        }

        return isOpen;
    }

    [GeneratedRegex(
        """
            (?<![A-Za-z0-9])(?:https?://|www\.)[^\s<>\[\]"`{}]+
            | (?<![\w@./-])(?:[A-Za-z0-9-]{1,63}\.){1,5}[A-Za-z]{2,24}/[^\s<>\[\]"`{}]+
            | (?<![\w/])[@\#][\w.]+
            """,
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace
    )]
    private static partial Regex Address { get; }
}
