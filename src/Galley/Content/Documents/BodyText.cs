namespace Galley.Content.Documents;

/// <summary>A body without the blank lines at both ends, and the line that it begins on.</summary>
internal readonly record struct BodyText(string Text, int FirstLine)
{
    /// <param name="text">With LF line ends.</param>
    public static BodyText From(string text, int firstLine)
    {
        var start = 0;
        while (text.AsSpan(start).IndexOf('\n') is >= 0 and var end && text.AsSpan(start, end).IsWhiteSpace())
        {
            start += end + 1;
            firstLine++;
        }

        var body = text.AsSpan(start);
        while (body.LastIndexOf('\n') is >= 0 and var last && body[(last + 1)..].IsWhiteSpace())
        {
            body = body[..last];
        }

        return new BodyText(body.IsWhiteSpace() ? "" : body.ToString(), firstLine);
    }
}
