using System.Text.RegularExpressions;

namespace Galley.Authoring.Import.Rows;

/// <summary>Links from their own column, below the text that lacks them: other tools show them there as a preview.</summary>
internal static partial class RowLinks
{
    /// <param name="added">The links that the text now has in addition.</param>
    /// <param name="refused">The first that is not a complete URL; null if all are.</param>
    public static string Append(string text, IEnumerable<RowCell> cells, out int added, out string? refused)
    {
        var links = cells
            .SelectMany(cell => Separators().Split(cell.Text.Trim()))
            .Where(link => link.Length > 0)
            .ToList();
        refused = links.Find(link => !IsComplete(link));
        var missing = links
            .Where(link => IsComplete(link) && !IsIn(text, link))
            .Distinct(StringComparer.Ordinal)
            .ToList();
        added = missing.Count;
        return added == 0 ? text : $"{text.TrimEnd()}\n\n{string.Join('\n', missing)}";
    }

    private static bool IsComplete(string link) =>
        Uri.TryCreate(link, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp)
        && address.Host.Contains('.');

    private static bool IsIn(string text, string link) =>
        text.Contains(link.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"[\s|]+|[,;]+(?=\s|$|https?:)")]
    private static partial Regex Separators();
}
