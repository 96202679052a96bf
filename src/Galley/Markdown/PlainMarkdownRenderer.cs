using System.Buffers;
using System.Text;

namespace Galley.Markdown;

/// <summary>
/// Writes the Markdown that most posts are made of: plain lines, lists of dashes, links with words of their own, placeholders with a value.
/// It gives what the syntax tree gives for these, in a tenth of the time, and up at the first character that it is not sure of, so that
/// every other form, and every mistake, is read by Markdig.
/// </summary>
internal static class PlainMarkdownRenderer
{
    private const string Dash = "- ";

    /// <summary>All that may mean something within a line, and controls.</summary>
    private static readonly SearchValues<char> Unsure = SearchValues.Create(
        @"\`*_<[]&{" + Controls.Except("") + "\u2028\u2029\uFEFF"
    );

    /// <summary>In addresses. No entity, no bracket, no placeholder.</summary>
    private static readonly SearchValues<char> InAddresses = SearchValues.Create(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~:/?#@+,;=%$"
    );

    /// <returns>Null when it is not sure, or there is something to say.</returns>
    public static string? TryRender(string body, PlaceholderValues values)
    {
        if (LooksLikeOtherMarkdown(body))
        {
            return null;
        }

        var output = new StringBuilder(body.Length);
        var list = default(ListSeen);
        foreach (var range in body.AsSpan().Split('\n'))
        {
            var line = body.AsSpan(range);
            if (range.Start.Value > 0)
            {
                output.Append('\n');
            }

            var isItem = line.StartsWith(Dash);
            if (!list.TryGoOn(line, isItem) || (!line.IsEmpty && !TryWrite(line, isItem, values, output)))
            {
                return null;
            }
        }

        return list.IsDoubtful ? null : output.ToString().Trim('\n');
    }

    /// <summary>Crossed out words and tables, which CommonMark does not know.</summary>
    private static bool LooksLikeOtherMarkdown(string body) =>
        body.Contains("~~", StringComparison.Ordinal)
        || (body.Contains('|', StringComparison.Ordinal) && body.Contains("---", StringComparison.Ordinal));

    private static bool TryWrite(ReadOnlySpan<char> line, bool isItem, PlaceholderValues values, StringBuilder output)
    {
        if (isItem)
        {
            output.Append("• ");
        }

        var words = isItem ? line[Dash.Length..] : line;
        return BeginsNoBlock(words) && !char.IsWhiteSpace(words[^1]) && TryWriteWords(words, values, output);
    }

    /// <summary>Numbers may begin a list, and most marks something.</summary>
    private static bool BeginsNoBlock(ReadOnlySpan<char> words)
    {
        if (words.IsEmpty)
        {
            return false;
        }

        var first = words[0];
        if (char.IsAsciiDigit(first))
        {
            return words.IndexOfAnyExceptInRange('0', '9') is var end && (end < 0 || words[end] is not ('.' or ')'));
        }

        if (first == '#')
        {
            return words.Length > 1 && char.IsLetter(words[1]);
        }

        return char.IsAsciiLetter(first)
            || first is '@' or '(' or '"' or '\'' or '$'
            || (!char.IsAscii(first) && !char.IsWhiteSpace(first));
    }

    private static bool TryWriteWords(ReadOnlySpan<char> words, PlaceholderValues values, StringBuilder output)
    {
        for (var at = words.IndexOfAny(Unsure); at >= 0; at = words.IndexOfAny(Unsure))
        {
            output.Append(words[..at]);
            var isPicture = at > 0 && words[at - 1] == '!';
            var length = words[at] switch
            {
                '<' => Placeholder(words[at..], values, output),
                '[' when !isPicture => Link(words[at..], output),
                _ => 0,
            };
            if (length == 0)
            {
                return false;
            }

            words = words[(at + length)..];
        }

        output.Append(words);
        return true;
    }

    /// <returns>How long it is as written; 0 for none with a value.</returns>
    private static int Placeholder(ReadOnlySpan<char> words, PlaceholderValues values, StringBuilder output)
    {
        foreach (var name in PlaceholderSyntax.InPosts)
        {
            var written = $"<<{name}>>";
            if (!words.StartsWith(written) || values.Find(name) is not { } value)
            {
                continue;
            }

            output.Append(value);
            return written.Length;
        }

        return 0;
    }

    /// <returns>How long it is as written; 0 for none with plain words and a plain web address.</returns>
    private static int Link(ReadOnlySpan<char> words, StringBuilder output)
    {
        var label = words[1..];
        var end = label.IndexOfAny(Unsure);
        if (
            end <= 0
            || !label[end..].StartsWith("](http")
            || char.IsWhiteSpace(label[0])
            || char.IsWhiteSpace(label[end - 1])
        )
        {
            return 0;
        }

        var address = label[(end + 2)..];
        var close = address.IndexOfAnyExcept(InAddresses);
        if (close < 0 || address[close] != ')')
        {
            return 0;
        }

        address = address[..close];
        if (!address.StartsWith("https://") && !address.StartsWith("http://"))
        {
            return 0;
        }

        label = label[..end];
        switch (LinkText.Choose(label, address))
        {
            case LinkText.Form.WordsOnly:
                output.Append(label);
                break;
            case LinkText.Form.AddressOnly:
                output.Append(address);
                break;
            default:
                output.Append(label).Append(" (").Append(address).Append(')');
                break;
        }

        return end + close + 4;
    }

    /// <summary>
    /// The list that a line may belong to: a line right below an item belongs to it, too. What is doubtful is Markdig's to read.
    /// </summary>
    private struct ListSeen
    {
        private int _items;
        private int _quantities;
        private bool _isBelowBlank;

        public readonly bool IsDoubtful => _items > 0 && (_items == 1 || _items == _quantities);

        /// <summary>False where a doubtful list ends, and for an item that may begin with a minus.</summary>
        public bool TryGoOn(ReadOnlySpan<char> line, bool isItem)
        {
            if (_isBelowBlank && !isItem && !line.IsEmpty)
            {
                if (IsDoubtful)
                {
                    return false;
                }

                (_items, _quantities) = (0, 0);
            }

            _isBelowBlank = line.IsEmpty;
            return !isItem || TryAdd(line[Dash.Length..]);
        }

        private bool TryAdd(ReadOnlySpan<char> words)
        {
            _items++;
            _quantities += Figures.IsQuantity(words) ? 1 : 0;
            return !Figures.IsChange(words);
        }
    }
}
