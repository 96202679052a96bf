using System.Text.RegularExpressions;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Yaml;

/// <summary>
/// Finds text that YAML drops because a # after a space begins a comment: hashtags, and "#1". A comment that people mean
/// has a space after the #.
/// </summary>
/// <param name="text">The whole YAML text.</param>
/// <param name="firstLine">The line of the file that the text begins on.</param>
internal sealed partial class YamlRemark(string text, int firstLine)
{
    /// <summary>The fields with words for people. Only there it is certain that a hashtag belongs to the text.</summary>
    private static readonly HashSet<string> WithWords =
    [
        "alt",
        "body",
        "campaign",
        "cta_label",
        "description",
        "first_comment",
        "headline",
        "keyword",
        "name",
        "not_connected_reply",
        "notes",
        "resource_name",
        "text",
        "text_template",
        "title",
    ];

    /// <param name="field">The field's name; null for an entry of a list.</param>
    /// <param name="left">The column of the field's name, or of the list.</param>
    /// <param name="value">The text that YAML keeps.</param>
    /// <param name="start">The index of the value, and <paramref name="end"/> of the first character after it.</param>
    /// <returns>Null when nothing is dropped after the value.</returns>
    public Fault? After(string? field, int left, string value, int start, int end)
    {
        var line = LineFrom(end);
        var hash = line.IndexOfAnyExcept(' ', '\t');
        if (hash >= 0)
        {
            return line[hash] == '#' && IsDropped(field, line[hash..])
                ? Dropped(field, value, start, end, end + hash)
                : null;
        }

        return Below(left, end) is { } below
            ? new Fault(
                ReadingCodes.DroppedText,
                PositionOf(below),
                $"YAML drops the line `{QuotedText.Short(LineFrom(below).ToString())}`, because it begins with #.",
                "If it belongs to the text above, put the whole text in quotes, or write it below `|`. "
                    + "If it is a comment, write a space after the #."
            )
            : null;
    }

    private static bool IsDropped(string? field, ReadOnlySpan<char> comment) =>
        Hashtag().IsMatch(comment) || (field is not null && WithWords.Contains(field) && Number().IsMatch(comment));

    private Fault Dropped(string? field, string value, int start, int end, int hash)
    {
        var lost = LineFrom(hash).TrimEnd().ToString();
        var isOneLine = start == end || !text.AsSpan(start, hash - start).Contains('\n');
        var whole = QuotedText.From(start == end ? lost : value + text[end..hash] + lost);
        var name = field is null ? "- " : $"{field}: ";
        return new Fault(
            ReadingCodes.DroppedText,
            PositionOf(hash),
            $"YAML drops `{QuotedText.Short(lost)}`, because a # after a space begins a comment.",
            (isOneLine ? $"Put the text in quotes: {name}{QuotedText.Short(whole)}." : "Put the whole text in quotes.")
                + " If it is a comment, write a space after the #."
        )
        {
            Fix =
                isOneLine && field is not null && WithWords.Contains(field)
                    ? new Fix(PositionOf(start == end ? hash : start), PositionOf(hash + lost.Length), whole)
                    : null,
        };
    }

    /// <summary>A line of hashtags that continues the text above, were it not for the #. Its index, or null.</summary>
    private int? Below(int left, int end)
    {
        for (var at = NextLine(end); at is { } start; at = NextLine(start))
        {
            var line = LineFrom(start);
            var indent = line.IndexOfAnyExcept(' ');
            if (indent >= 0)
            {
                return indent >= left && OnlyHashtags().IsMatch(line[indent..]) ? start + indent : null;
            }
        }

        return null;
    }

    private int? NextLine(int from) => text.AsSpan(from).IndexOf('\n') is >= 0 and var end ? from + end + 1 : null;

    private ReadOnlySpan<char> LineFrom(int index)
    {
        var rest = text.AsSpan(index);
        return rest.IndexOf('\n') is >= 0 and var end ? rest[..end] : rest;
    }

    private Position PositionOf(int index)
    {
        var before = text.AsSpan(0, index);
        return new Position(before.Count('\n') + firstLine, index - before.LastIndexOf('\n'));
    }

    [GeneratedRegex(@"^#[\p{L}\p{N}_\p{Cs}]")]
    private static partial Regex Hashtag();

    [GeneratedRegex(@"^# \d+(\s|\z)")]
    private static partial Regex Number();

    [GeneratedRegex(@"^#[\p{L}\p{N}_]+([ ,]+#?[\p{L}\p{N}_]+)*\s*\z")]
    private static partial Regex OnlyHashtags();
}
