namespace Galley.Authoring;

/// <summary>Accented Latin letters without their accents. A program with invariant culture has no Unicode normalization.</summary>
internal static class LatinLetters
{
    private static readonly Dictionary<char, string> Plain = new (string Plain, string Accented)[]
    {
        ("a", "àáâãäåāăą"),
        ("ae", "æ"),
        ("c", "çćĉċč"),
        ("d", "ďđð"),
        ("e", "èéêëēĕėęě"),
        ("g", "ĝğġģ"),
        ("h", "ĥħ"),
        ("i", "ìíîïĩīĭįı"),
        ("j", "ĵ"),
        ("k", "ķ"),
        ("l", "ĺļľł"),
        ("n", "ñńņňŋ"),
        ("o", "òóôõöøōŏő"),
        ("oe", "œ"),
        ("r", "ŕŗř"),
        ("s", "śŝşšș"),
        ("ss", "ß"),
        ("t", "ţťŧț"),
        ("th", "þ"),
        ("u", "ùúûüũūŭůűų"),
        ("w", "ŵ"),
        ("y", "ýÿŷ"),
        ("z", "źżž"),
    }
        .SelectMany(row => row.Accented.Select(letter => (letter, row.Plain)))
        .ToDictionary();

    /// <param name="text">In lower case.</param>
    public static string Unaccented(string text) =>
        string.Concat(text.Select(letter => Plain.TryGetValue(letter, out var plain) ? plain : letter.ToString()));
}
