using System.Buffers;

namespace Galley.Markdown;

/// <summary>How a link reads: its words with the address behind them, or the address once where the words are the address.</summary>
internal static class LinkText
{
    private static readonly string[] WebSchemes = ["https://", "http://"];

    private static readonly SearchValues<char> InPhoneNumbers = SearchValues.Create("+0123456789 -/().\u00A0");

    public enum Form
    {
        WordsOnly,
        AddressOnly,
        Both,
    }

    public static Form Choose(ReadOnlySpan<char> words, ReadOnlySpan<char> url) =>
        url.IsEmpty || words.SequenceEqual(url) || IsMailOrPhone(words, url) ? Form.WordsOnly
        : words.IsEmpty || IsWithoutScheme(words, url) ? Form.AddressOnly
        : Form.Both;

    private static bool IsMailOrPhone(ReadOnlySpan<char> words, ReadOnlySpan<char> url) =>
        url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase)
            ? words.Equals(url["mailto:".Length..], StringComparison.OrdinalIgnoreCase)
            : url.StartsWith("tel:", StringComparison.OrdinalIgnoreCase)
                && IsPhone(words)
                && Digits(words) == Digits(url["tel:".Length..]);

    private static bool IsPhone(ReadOnlySpan<char> words) => words.IndexOfAnyExcept(InPhoneNumbers) < 0;

    private static string Digits(ReadOnlySpan<char> number) =>
        string.Concat(number.ToString().Where(letter => char.IsAsciiDigit(letter) || letter == '+'));

    private static bool IsWithoutScheme(ReadOnlySpan<char> words, ReadOnlySpan<char> url)
    {
        foreach (var scheme in WebSchemes)
        {
            if (url.StartsWith(scheme))
            {
                var address = url[scheme.Length..].TrimEnd('/');
                var shown = words.TrimEnd('/');
                return shown.SequenceEqual(address)
                    || (shown.StartsWith(scheme) && shown[scheme.Length..].SequenceEqual(address));
            }
        }

        return false;
    }
}
