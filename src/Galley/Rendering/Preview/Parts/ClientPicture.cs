using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>A client's own picture, round or square as LinkedIn has it; without one, its initials.</summary>
internal static class ClientPicture
{
    public static Html Render(ClientView client, Links links)
    {
        if (client.Avatar is not { } avatar)
        {
            return Avatar.Render(client.Name);
        }

        var shape = avatar.IsSquare ? "avatar square" : "avatar";
        return links.Avatar(avatar.File) is { } source
            ? Html.From(
                $"<img class=\"{shape}\" src=\"{source}\" alt=\"\" width=\"44\" height=\"44\" loading=\"lazy\" decoding=\"async\">"
            )
            : Html.From($"<span class=\"{shape} drawn\" aria-hidden=\"true\"></span>");
    }

    /// <summary>The style that holds the picture once, for a page that shows it in many places and has to carry it.</summary>
    /// <param name="source">A data address.</param>
    public static Asset Style(string source) =>
        new($".avatar.drawn {{ background: center / cover url(\"{source}\"); }}\n");
}
