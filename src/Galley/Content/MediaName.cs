using System.Text.RegularExpressions;
using Galley.Content.Yaml;

namespace Galley.Content;

/// <summary>Names of files that look the same, and what differs in names that nearly do.</summary>
internal static partial class MediaName
{
    /// <summary>
    /// Letters in normal form C and all spaces as normal spaces. Macs write é as two characters, and put special spaces into
    /// the names of screenshots.
    /// </summary>
    public static string Normal(string path) => OddSpace.Replace(Composition.Compose(path));

    /// <summary>As one writes it in YAML.</summary>
    public static string Written(string name) => Plain().IsMatch(name) ? name : QuotedText.From(name);

    /// <summary>The same but for capitals, spaces, hyphens and underscores.</summary>
    public static bool IsSameName(string typed, string actual) =>
        WithoutBlanks(Normal(typed)) == WithoutBlanks(Normal(actual));

    /// <summary>What differs between two names, as a sentence. Null when more than one thing does.</summary>
    public static string? Difference(string typed, string actual)
    {
        var (one, other) = (Normal(typed), Normal(actual));
        return one.Equals(other, StringComparison.OrdinalIgnoreCase) ? "The capitals are different."
            : WithoutBlanks(one) == WithoutBlanks(other) ? "The spaces, hyphens or underscores are different."
            : Path.GetFileNameWithoutExtension(one) == Path.GetFileNameWithoutExtension(other)
                ? "The ending of the name is different."
            : null;
    }

    [GeneratedRegex(@"^[\p{L}_][\p{L}\p{M}\p{N}_./ -]*$")]
    private static partial Regex Plain();

    private static string WithoutBlanks(string name) =>
        string.Concat(name.Where(unit => unit is not (' ' or '-' or '_' or '\u200D' or '\uFEFF'))).ToLowerInvariant();
}
