using Galley.Content;
using Galley.Planning;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>What nobody may overlook, whether it has a file or not: what is deleted, then what a person has to do.</summary>
internal static class ActionList
{
    private const int Longest = 200;

    /// <summary>More are folded, so that the calendar below stays in sight.</summary>
    private const int MostOpen = 5;

    public static Html Deletions(IEnumerable<ClientView> clients, Links links) =>
        Render(clients, links, ActionGroup.WillBeDeleted, "leaving");

    public static Html Needs(IEnumerable<ClientView> clients, Links links) =>
        Render(clients, links, ActionGroup.NeedsPerson, "todo");

    private static Html Render(IEnumerable<ClientView> clients, Links links, ActionGroup group, string id)
    {
        var items = clients.SelectMany(client => client.ActionsOf(group).Select(action => (client, action))).ToList();
        if (items.Count == 0)
        {
            return Html.None;
        }

        var more =
            items.Count > Longest
                ? Html.From($"<li class=\"quiet\">and {items.Count - Longest} more, on the clients’ pages</li>")
                : Html.None;
        var shown = items.Take(Longest).Select(item => Item(item.client, item.action, links)).ToList();
        var folded =
            shown.Count > MostOpen
                ? Html.From(
                    $"<details><summary>{shown.Count - MostOpen} more</summary><ul>{shown.Skip(MostOpen)}{more}</ul></details>\n"
                )
                : Html.None;
        return Html.From(
            $"""
            <section class="todo {id}" aria-labelledby="{id}"><h2 id="{id}">{ActionTable.HeadingOf(
                group
            )} <small>{items.Count}</small></h2>
            <ul>{shown.Take(MostOpen)}</ul>
            {folded}</section>

            """
        );
    }

    private static Html Item(ClientView client, PlanAction action, Links links)
    {
        var time = action.At is { } at
            ? Html.From($" · {LocalTimes.InCityAndUtc(at, client.Zone, client.Now)}")
            : Html.None;
        var words = Inline.Sentence(ActionDescriptions.For(action, client.Zone));
        var step = NextStep.For(action, client.Slug) is { } next
            ? Html.From($"<span class=\"help\">{Inline.Sentence(next)}</span>")
            : Html.None;
        return Html.From(
            $"<li><strong>{client.Name}</strong> · {Name(client, action, links)}{time}: <span>{words}.</span> {step}</li>\n"
        );
    }

    private static Html Name(ClientView client, PlanAction action, Links links)
    {
        var (words, target) =
            client.Posts.FirstOrDefault(post => IsOf(post.Post)) is { } post ? (post.Title, links.Post(post))
            : client.LeadMagnets.FirstOrDefault(magnet => IsOf(magnet.Magnet)) is { } magnet
                ? (magnet.Magnet.ResourceName, links.LeadMagnet(magnet))
            : (action.Title, null);
        var name = Html.From($"{ActionDescriptions.KindOf(action)} <span dir=\"auto\">{words ?? action.Key}</span>");
        return target is null ? name : Html.From($"<a href=\"{target}\">{name}</a>");

        bool IsOf(IContentObject file) => file.Kind == action.Kind && file.Key == action.Key;
    }
}
