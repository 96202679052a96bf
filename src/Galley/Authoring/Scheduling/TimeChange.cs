using Galley.Content;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Authoring.Scheduling;

/// <summary>A new time for a post that has a file.</summary>
public sealed record TimeChange(Post Post, Instant To)
{
    /// <summary>The file with the new time. Every other character stays, and so do quotation marks around the time.</summary>
    /// <exception cref="GalleyException">The value can't be found in the text for certain.</exception>
    public string Write(string text, DateTimeZone zone)
    {
        const string Field = "scheduled_at";
        var (start, end) = (Post.SourceMap.At(Field), Post.SourceMap.EndOf(Field));
        var time = LocalTimeText.Format(To, zone);
        return end is { } after
            ? FixedText.Apply(text, [new Fix(start, after, Quoted(text, start, time))])
            : throw new GalleyException(
                $"{Post.SourceMap.Path}: the time is written in a way that Galley does not change. Write by hand: {Field}: {time}"
            );
    }

    private static string Quoted(string text, Position start, string time)
    {
        var line = text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n')[start.Line - 1];
        var first = line[start.Column - 1];
        return first is '"' or '\'' ? $"{first}{time}{first}" : time;
    }
}
