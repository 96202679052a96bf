using System.Text.RegularExpressions;

namespace Galley.Authoring.Import;

/// <summary>Tags from their own column, below the text that lacks them.</summary>
internal static partial class HashTags
{
    public static string Append(string text, IEnumerable<string> cells)
    {
        var missing = cells
            .SelectMany(Split)
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(tag => !IsIn(text, tag))
            .ToList();
        return missing.Count == 0 ? text : $"{text}\n\n{string.Join(' ', missing)}";
    }

    private static IEnumerable<string> Split(string cell) =>
        from part in Separators().IsMatch(cell) ? Separators().Split(cell) : cell.Split((char[]?)null)
        let word = NotAllowed().Replace(part, "")
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
