using Galley.Content;

namespace Galley.Rendering.Preview.Parts;

/// <summary>Who a page comes from: the agency's logo and name, as galley.yaml has them.</summary>
internal static class Sender
{
    /// <param name="otherwise">What stands there for an agency that names neither.</param>
    public static Html Render(Agency? agency, Picture? logo, string otherwise)
    {
        var picture = logo is null ? Html.None : Html.From($"<img class=\"logo\" src=\"{logo.DataAddress}\" alt=\"\">");
        var name = agency?.Name ?? (logo is null ? otherwise : "");
        return Html.From($"<a class=\"brand\" href=\"#top\">{picture}{name}</a>");
    }
}
