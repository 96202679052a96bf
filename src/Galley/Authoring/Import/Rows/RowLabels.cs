using System.Collections.Immutable;
using Galley.Authoring.Import.Columns;

namespace Galley.Authoring.Import.Rows;

/// <summary>A team's tags and campaign: for its own filters, never published.</summary>
/// <param name="Others">Cells that are no labels, such as a whole sentence: they become notes.</param>
internal sealed record RowLabels(ImmutableArray<string> Labels, string? Campaign, ImmutableArray<RowCell> Others)
{
    /// <summary>As schemas/post.schema.json has it.</summary>
    private const int MostLabels = 20;

    private const int Longest = 50;

    public static RowLabels From(ImportRow row)
    {
        var labels = row.Filled(Column.Label).ToLookup(cell => PartsOf(cell).All(IsLabel));
        var distinct = labels[true].SelectMany(PartsOf).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var campaigns = row.Filled(Column.Campaign).ToList();
        var campaign = campaigns.Find(cell => IsLabel(cell.Text.Trim()));
        return new RowLabels(
            distinct.Count <= MostLabels ? [.. distinct] : [],
            campaign.Text?.Trim(),
            [
                .. distinct.Count <= MostLabels ? [] : labels[true],
                .. labels[false],
                .. campaigns.Where(cell => cell != campaign),
            ]
        );
    }

    private static string[] PartsOf(RowCell cell) =>
        cell.Text.Split(
            [',', ';', '|', '\n', '\r'],
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );

    private static bool IsLabel(string text) =>
        text.Length <= Longest && !text.Any(character => char.IsControl(character) || character == ',');
}
