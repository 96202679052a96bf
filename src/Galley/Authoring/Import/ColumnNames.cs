using System.Text.RegularExpressions;

namespace Galley.Authoring.Import;

/// <summary>What people call their columns.</summary>
internal static partial class ColumnNames
{
    private static readonly Dictionary<string, Column> Known = new(StringComparer.Ordinal)
    {
        ["text"] = Column.Text,
        ["message"] = Column.Text,
        ["caption"] = Column.Text,
        ["content"] = Column.Text,
        ["post"] = Column.Text,
        ["post text"] = Column.Text,
        ["date"] = Column.Date,
        ["posting time"] = Column.Date,
        ["posting date"] = Column.Date,
        ["post date"] = Column.Date,
        ["publish date"] = Column.Date,
        ["scheduled at"] = Column.Date,
        ["scheduled time"] = Column.Date,
        ["scheduled date"] = Column.Date,
        ["time"] = Column.Time,
        ["media"] = Column.Media,
        ["media url"] = Column.Media,
        ["image"] = Column.Media,
        ["image url"] = Column.Media,
        ["comment"] = Column.Comment,
        ["first comment"] = Column.Comment,
        ["tag"] = Column.Tags,
        ["hashtag"] = Column.Tags,
    };

    /// <summary>Null for a header that stands for nothing here. Case, underscores, a plural and a number at the end make no difference.</summary>
    public static Column? For(string header)
    {
        var name = Numbers().Replace(Blanks().Replace(header.Trim().ToLowerInvariant(), " "), "").Trim();
        return Known.TryGetValue(name, out var column) || Known.TryGetValue(Plural().Replace(name, ""), out column)
            ? column
            : null;
    }

    [GeneratedRegex(@"[\s_-]+")]
    private static partial Regex Blanks();

    [GeneratedRegex(" ?[0-9]+$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(\(s\)|s)$")]
    private static partial Regex Plural();
}
