using System.Globalization;
using System.Text;
using Galley.Diagnostics;

namespace Galley.Markdown;

/// <summary>A character that nobody sees and that makes a text read otherwise than its file does.</summary>
/// <param name="At">Within the text; lines and columns count from 1.</param>
/// <param name="Before">The last words before it on its line; empty where it begins the line.</param>
/// <param name="More">How many more of them its line has.</param>
internal sealed record HiddenCharacter(Position At, Rune Character, string Before, int More)
{
    public string Message
    {
        get
        {
            var place = Before.Length == 0 ? "begins this line" : $"stands after \"{Before}\"";
            var more = More == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({More} more on this line)");
            return $"{Name} {place}, where nobody sees it{more}; it can make the text read otherwise than it is written.";
        }
    }

    public string Help =>
        Character.Value is 0x2028 or 0x2029
            ? "Put a line break in its place."
            : "Delete it, or type the words around it again; most editors can show invisible characters.";

    private string Name =>
        string.Create(CultureInfo.InvariantCulture, $"U+{Character.Value:X4} {HiddenCharacters.NameOf(Character)}");
}
