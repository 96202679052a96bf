using System.Globalization;

namespace Galley;

/// <summary>A number and what is counted, in words: <c>1 post</c>, <c>2 posts</c>.</summary>
public static class Plural
{
    public static string Format(long count, string word) => Format(count, word, $"{word}s");

    public static string Format(long count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many)}");
}
