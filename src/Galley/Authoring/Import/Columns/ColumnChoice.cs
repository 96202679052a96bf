using Galley.Diagnostics;

namespace Galley.Authoring.Import.Columns;

/// <summary>A column that the person who imports named: <c>--column text="Post copy"</c>.</summary>
internal sealed record ColumnChoice(Column Column, string Header)
{
    private static readonly Dictionary<string, Column> Fields = new(StringComparer.OrdinalIgnoreCase)
    {
        ["text"] = Column.Text,
        ["date"] = Column.Date,
        ["time"] = Column.Time,
        ["timezone"] = Column.TimeZone,
        ["media"] = Column.Media,
        ["link"] = Column.Link,
        ["comment"] = Column.FirstComment,
        ["hashtags"] = Column.Hashtags,
        ["note"] = Column.Remark,
        ["label"] = Column.Label,
        ["campaign"] = Column.Campaign,
        ["status"] = Column.Status,
        ["approved"] = Column.Approved,
        ["account"] = Column.Account,
        ["network"] = Column.Network,
        ["ignore"] = Column.Ignored,
    };

    public static string Names => string.Join(", ", Fields.Keys);

    public static ColumnChoice Parse(string typed)
    {
        var equals = typed.IndexOf('=');
        var (field, header) = equals < 0 ? (typed, "") : (typed[..equals].Trim(), typed[(equals + 1)..].Trim());
        if (header.Length == 0)
        {
            throw new GalleyException($"--column is \"{typed}\". Write it like --column text=\"Post copy\".");
        }

        return Fields.TryGetValue(field, out var column)
            ? new ColumnChoice(column, header)
            : throw new GalleyException(
                $"--column {typed}: Galley does not know \"{field}\". {Suggestion.DidYouMean(field, Fields.Keys)}The names are: {Names}."
            );
    }
}
