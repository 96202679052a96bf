using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>What waits for a person, each with what to do.</summary>
internal static class ManualWorkList
{
    private const int Longest = 200;

    public static Html Render(IEnumerable<ClientView> clients, Links links)
    {
        var items = clients.SelectMany(client => client.NeedsPerson.Select(action => (client, action))).ToList();
        if (items.Count == 0)
        {
            return Html.None;
        }

        var more =
            items.Count > Longest
                ? Html.From($"<li class=\"quiet\">and {items.Count - Longest} more, on the clients’ pages</li>")
                : Html.None;
        return Html.From(
            $"""
            <section class="todo" aria-labelledby="todo"><h2 id="todo">Needs a person</h2>
            <ul>{items.Take(Longest).Select(item => Item(item.client, item.action, links))}{more}</ul></section>

            """
        );
    }

    private static Html Item(ClientView client, PlanAction action, Links links)
    {
        var step = NextStep.For(action, client.Slug) is { } next
            ? Html.From($"<span class=\"help\">{Inline.Sentence(next)}</span>")
            : Html.None;
        return Html.From(
            $"<li>{Badge.From(action).Mark} <strong>{client.Name}</strong> · {Name(client, action, links)} <span>{Inline.Sentence(ActionDescriptions.For(action, client.Zone))}</span> {step}</li>"
        );
    }

    private static Html Name(ClientView client, PlanAction action, Links links)
    {
        var target =
            action.Kind == Kind.Post
                ? client.Posts.FirstOrDefault(post => post.Post.Key == action.Key) is { } post
                    ? links.Post(post)
                    : null
                : client.LeadMagnets.FirstOrDefault(magnet => magnet.Magnet.Key == action.Key) is { } magnet
                    ? links.LeadMagnet(magnet)
                    : null;
        var name = $"{ActionDescriptions.KindOf(action)} {action.Key}";
        return target is null ? Html.From($"{name}") : Html.From($"<a href=\"{target}\">{name}</a>");
    }
}
