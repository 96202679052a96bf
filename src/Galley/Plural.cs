using System.Globalization;

namespace Galley;

/// <summary>A number and what is counted, in words: <c>1 post</c>, <c>2 posts</c>.</summary>
public static class Plural
{
    public static string Format(int count, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {word}{(count == 1 ? "" : "s")}");
}
