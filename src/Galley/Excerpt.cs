namespace Galley;

/// <summary>The beginning of a text, where all of it does not fit.</summary>
public static class Excerpt
{
    /// <summary>The longest beginning that is whole characters, and a sign that something is missing.</summary>
    /// <param name="longest">UTF-16 units before the sign.</param>
    public static string Clip(string text, int longest) =>
        text.Length <= longest ? text : $"{text[..(char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest)]}…";

    /// <summary>What names a post where only a line has room; it ends between words where it can.</summary>
    public static string FirstLine(string text, int longest)
    {
        var line = text.Split('\n', 2)[0].Trim();
        return line.Length <= longest
            ? line
            : Clip(line, line.LastIndexOf(' ', longest) is var space && space > longest / 2 ? space : longest);
    }
}
