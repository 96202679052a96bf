using System.Text.RegularExpressions;

namespace Galley.Authoring.Import.Rows;

/// <summary>Hashtags from their own column, below the text that lacks them.</summary>
internal static partial class HashTags
{
    /// <param name="added">The hashtags that the text now has in addition.</param>
    public static string Append(string text, IEnumerable<RowCell> cells, out int added)
    {
        var missing = cells
            .SelectMany(cell => Split(cell.Text))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(tag => !IsIn(text, tag))
            .ToList();
        added = missing.Count;
        return added == 0 ? text : $"{text.TrimEnd()}\n\n{string.Join(' ', missing)}";
    }

    /// <summary>#growth#b2b are two. Between commas a tag may have spaces: "rev ops" is #revops.</summary>
    private static IEnumerable<string> Split(string cell) =>
        from part in Separators().IsMatch(cell) ? Separators().Split(cell) : cell.Split((char[]?)null)
        from tag in part.Split('#', '＃')
        let word = NotAllowed().Replace(tag, "")
        where word.Length > 0
        select "#" + word;

    private static bool IsIn(string text, string tag) =>
        Regex.IsMatch(
            text,
            $@"{Regex.Escape(tag)}(?![\p{{L}}\p{{N}}_])",
            RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
        );

    [GeneratedRegex(@"[,;|\r\n]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"[^\p{L}\p{M}\p{N}_]+")]
    private static partial Regex NotAllowed();
}
