using Galley.Authoring.Import.Sheets;
using Galley.Diagnostics;

namespace Galley.Authoring.Import.Columns;

/// <summary>Which column of a sheet means what.</summary>
/// <param name="Headers">As the sheet has them; the letters A, B, C … in a sheet without headers.</param>
/// <param name="Meanings">One for each header; null for a column that is not read.</param>
internal sealed record ColumnMap(IReadOnlyList<string> Headers, IReadOnlyList<Column?> Meanings)
{
    private static readonly Column[] Single = [Column.Text, Column.Date, Column.Time, Column.TimeZone];

    /// <summary>The row of the headers; 0 if there are none.</summary>
    public int HeaderRow { get; init; }

    /// <summary>The columns that a person named, by index.</summary>
    public IReadOnlySet<int> Chosen { get; init; } = new HashSet<int>();

    public bool HasHeaders => HeaderRow > 0;

    public IEnumerable<string> Unread =>
        Headers.Where((header, index) => Meanings[index] is null && !string.IsNullOrWhiteSpace(header));

    public bool Has(Column column) => Meanings.Contains(column);

    public static ColumnMap For(Sheet sheet, IReadOnlyList<ColumnChoice> choices, bool withoutHeaders)
    {
        var map = withoutHeaders
            ? HeaderlessLayout.Lettered(sheet, [])
            : HeaderlessLayout.Detect(sheet) ?? WithHeaders(sheet, choices);
        return map.Choose(choices).Resolve().Checked(sheet);
    }

    private static ColumnMap WithHeaders(Sheet sheet, IReadOnlyList<ColumnChoice> choices)
    {
        var header = HeaderRowFinder.Find(sheet, choices);
        var names = header.Cells.Select(cell => cell.Text.Trim()).ToList();
        while (names.Count > 0 && names[^1].Length == 0)
        {
            names.RemoveAt(names.Count - 1);
        }

        return new ColumnMap(names, [.. names.Select(ColumnNames.For)]) { HeaderRow = header.Number };
    }

    /// <summary>What a person named counts, and no other column may then mean the same where only one can.</summary>
    private ColumnMap Choose(IReadOnlyList<ColumnChoice> choices)
    {
        var meanings = Meanings.ToArray();
        var chosen = new HashSet<int>();
        foreach (var choice in choices)
        {
            var index = IndexOf(choice.Header);
            meanings[index] = choice.Column;
            chosen.Add(index);
        }

        for (var index = 0; index < meanings.Length; index++)
        {
            if (!chosen.Contains(index) && Array.IndexOf(Single, meanings[index] ?? Column.Ignored) >= 0)
            {
                meanings[index] = chosen.Any(other => meanings[other] == meanings[index]) ? null : meanings[index];
            }
        }

        return this with
        {
            Meanings = meanings,
            Chosen = chosen,
        };
    }

    private int IndexOf(string header)
    {
        var found = Headers.ToList().FindIndex(name => name.Equals(header, StringComparison.OrdinalIgnoreCase));
        return found >= 0
            ? found
            : throw new GalleyException(
                $"The sheet has no column \"{header}\". {Suggestion.DidYouMean(header, Headers)}Its columns are: {Quoted(Headers)}."
            );
    }

    /// <summary>A column called "posting time" is the whole moment, unless there is a date beside it.</summary>
    private ColumnMap Resolve() =>
        Has(Column.Date)
            ? this
            : this with
            {
                Meanings = [.. Meanings.Select(meaning => meaning == Column.Time ? Column.Date : meaning)],
            };

    private ColumnMap Checked(Sheet sheet)
    {
        if (!Has(Column.Text))
        {
            throw new GalleyException(
                $"No column of the {sheet.Kind} is known to hold the texts. Its columns are: {Quoted(Headers)}. "
                    + $"Name the right one, such as --column text={Quote(Headers.FirstOrDefault(header => header.Length > 0) ?? "Post")}."
            );
        }

        foreach (var single in Single)
        {
            var same = Headers.Where((_, index) => Meanings[index] == single).ToList();
            if (same.Count > 1)
            {
                throw new GalleyException(
                    $"The columns {string.Join(" and ", same.Select(Quote))} mean the same. "
                        + $"Say which one to use, such as --column {single.ToString().ToLowerInvariant()}={Quote(same[0])}."
                );
            }
        }

        return this;
    }

    private static string Quoted(IEnumerable<string> headers) =>
        string.Join(", ", headers.Where(header => header.Length > 0).Select(Quote));

    private static string Quote(string header) => $"\"{header}\"";
}
