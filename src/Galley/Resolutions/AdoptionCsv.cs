using System.Collections.Immutable;
using CsvHelper;

namespace Galley.Resolutions;

/// <summary>A row of the CSV file: an adoption, or why there is none.</summary>
/// <param name="Line">In the file, from 1.</param>
public sealed record AdoptionRow(long Line, Resolution? Resolution, string? Why);

/// <summary>
/// What <c>adopt --from FILE.csv</c> reads: the columns kind, client, key and id, in any order; it ignores other
/// columns.
/// </summary>
public static class AdoptionCsv
{
    private static readonly string[] Columns = ["kind", "client", "key", "id"];

    // The separator is left to be found: spreadsheets of half of Europe write semicolons.
    private static readonly CsvReaderOptions Options = new()
    {
        HasHeader = true,
        SkipEmptyLines = true,
        TrimWhitespace = true,
        TrimInsideQuotes = true,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Recover,
        FieldCountMismatch = CsvFieldCountHandling.Allow,
        MissingField = CsvMissingFieldHandling.ReturnEmpty,
    };

    public static ImmutableArray<AdoptionRow> Read(string text, string name, bool force)
    {
        using var csv = CsvReader.FromText(text, Options);
        csv.ReadHeader();
        if (Array.Find(Columns, column => !csv.TryGetFieldIndex(column, out _)) is { } missing)
        {
            throw new GalleyException(
                $"{name} has no column \"{missing}\": its first line must name the columns {string.Join(",", Columns)}."
            );
        }

        var rows = ImmutableArray.CreateBuilder<AdoptionRow>();
        while (csv.Read())
        {
            rows.Add(Row(csv, force));
        }

        return rows.ToImmutable();
    }

    private static AdoptionRow Row(CsvReader csv, bool force)
    {
        if (Array.Find(Columns, column => csv.GetString(column).Length == 0) is { } empty)
        {
            return new AdoptionRow(csv.LineNumber, null, $"{empty} is empty.");
        }

        try
        {
            string[] flags = force ? ["--force"] : [];
            return new AdoptionRow(
                csv.LineNumber,
                ResolutionParser.Parse([
                    "adopt",
                    csv.GetString("kind"),
                    $"{csv.GetString("client")}/{csv.GetString("key")}",
                    csv.GetString("id"),
                    .. flags,
                ]),
                null
            );
        }
        catch (GalleyException wrong)
        {
            return new AdoptionRow(csv.LineNumber, null, wrong.Message);
        }
    }
}
