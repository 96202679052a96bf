using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Galley.Content.Yaml;

namespace Galley.Authoring;

/// <summary>Texts as YAML that reads back as exactly these texts: bare where that is safe, else quoted or as a block.</summary>
internal static partial class YamlScalar
{
    public static string Quote(string text) => IsSafe(text) ? text : Quoted(text);

    public static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in text)
        {
            quoted.Append(Escaped(character));
        }

        return quoted.Append('"').ToString();
    }

    /// <summary><c>|</c> and the lines, set in by two.</summary>
    /// <param name="text">With LF line ends, without blank lines at both ends.</param>
    public static string Block(string text)
    {
        // A first line that is set in would be taken for the block's own edge.
        var mark = text.StartsWith(' ') ? "|2" : "|";
        var lines = text.Split('\n').Select(line => line.Length == 0 ? "" : "  " + line);
        return $"{mark}\n{string.Join('\n', lines)}\n";
    }

    private static bool IsSafe(string text) => Safe().IsMatch(text) && CoreSchema.KindOf(text) == ScalarKind.Text;

    private static string Escaped(char character) =>
        character switch
        {
            '"' => "\\\"",
            '\\' => "\\\\",
            '\n' => "\\n",
            '\t' => "\\t",
            // What reading a file would turn into another line end, or not show at all.
            _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' => "\\u"
                + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
            _ => character.ToString(),
        };

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N} ._/()'’,!?+&-]|:(?=[0-9]))*(?<![ ])\z")]
    private static partial Regex Safe();
}
