using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Galley.Content.Yaml;

namespace Galley.Authoring;

/// <summary>Writes a text as YAML that reads back as exactly this text: unquoted if that is safe, otherwise quoted or as a block.</summary>
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

    /// <summary><c>|</c> and the lines, indented by two spaces.</summary>
    /// <param name="text">With LF line ends, without blank lines at both ends.</param>
    public static string Block(string text)
    {
        // Without the 2, YAML would take the first line's spaces for the indentation of the block.
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
            // Characters that reading a file would change to another line end or drop.
            _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' => "\\u"
                + ((int)character).ToString("X4", CultureInfo.InvariantCulture),
            _ => character.ToString(),
        };

    [GeneratedRegex(@"^[\p{L}\p{N}](?:[\p{L}\p{N} ._/()'’,!?+&-]|:(?=[0-9]))*(?<![ ])\z")]
    private static partial Regex Safe();
}
