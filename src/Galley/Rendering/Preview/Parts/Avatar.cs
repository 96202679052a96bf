using System.Globalization;

namespace Galley.Rendering.Preview.Parts;

/// <summary>A client's initials, in one of a few quiet colours that stays its own.</summary>
internal static class Avatar
{
    private const int Colours = 6;

    public static Html Render(string name)
    {
        var colour = (name.Sum(unit => unit) % Colours).ToString(CultureInfo.InvariantCulture);
        return Html.From($"<span class=\"avatar a{colour}\" aria-hidden=\"true\">{Initials(name)}</span>");
    }

    private static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Where(word => char.IsLetterOrDigit(word[0]))
            .Take(2);
        return string.Concat(words.Select(word => char.ToUpperInvariant(word[0])));
    }
}
