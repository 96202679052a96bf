using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Documents;

/// <summary>The two parts of a <c>.md</c> document: YAML between two lines of <c>---</c>, then Markdown.</summary>
/// <param name="Yaml">Begins on line 2 of the file.</param>
/// <param name="BodyLine">The line of the file that <paramref name="Body"/> begins on.</param>
internal sealed record FrontMatter(string Yaml, string Body, int BodyLine)
{
    public const int FirstLine = 2;
    private const string Fence = "---";

    /// <returns>Null after reporting that the text has no front matter.</returns>
    public static FrontMatter? Split(string text, FileReport report)
    {
        var fence = LineAt(text, 0);
        if (!IsFence(fence))
        {
            report.Add(Missing());
            return null;
        }

        var start = Math.Min(fence.Length + 1, text.Length);
        var line = FirstLine;
        for (var at = start; at < text.Length; line++)
        {
            var current = LineAt(text, at);
            var next = Math.Min(at + current.Length + 1, text.Length);
            if (IsFence(current))
            {
                return new FrontMatter(text[start..at], text[next..], line + 1);
            }

            at = next;
        }

        report.Add(NotClosed());
        return null;
    }

    private static ReadOnlySpan<char> LineAt(string text, int start)
    {
        var rest = text.AsSpan(start);
        return rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest;
    }

    private static bool IsFence(ReadOnlySpan<char> line) => line.TrimEnd().SequenceEqual(Fence);

    private static Fault Missing() =>
        new(
            ReadingCodes.FrontMatter,
            Position.Start,
            "This .md file does not begin with front matter.",
            "Begin with a line ---, then write the fields (such as status: draft), then another line ---, then the text."
        );

    private static Fault NotClosed() =>
        new(
            ReadingCodes.FrontMatter,
            Position.Start,
            "The front matter that begins here is not closed.",
            "Put a line that contains only --- between the fields and the text."
        );
}
