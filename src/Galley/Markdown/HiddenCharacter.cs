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
            var place = Before.Length == 0 ? "is at the start of this line" : $"is after \"{Before}\"";
            var more = More == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({More} more on this line)");
            return $"{Name} {place}{more}. It is invisible, and readers may see another text than you do.";
        }
    }

    public string Help =>
        Character.Value is 0x2028 or 0x2029
            ? "Replace it with a line break."
            : "Delete it, or type the words around it again. Most editors can show invisible characters.";

    private string Name =>
        string.Create(CultureInfo.InvariantCulture, $"U+{Character.Value:X4} {HiddenCharacters.NameOf(Character)}");
}
