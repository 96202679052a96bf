using Galley.Markdown;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>A lead magnet: the message that goes out, the page it leads to, and the posts that ask for it.</summary>
internal static class LeadMagnetCard
{
    public static Html Render(LeadMagnetView view, Links links, Audience audience) =>
        Html.From(
            $"""
            <article class="magnet" id="{view.Anchor}" aria-labelledby="{view.Anchor}-h">
            <header><h2 id="{view.Anchor}-h">{view.Magnet.ResourceName}</h2>
            <span class="keyword">{view.Magnet.Keyword}</span>
            {State(view, audience)}</header>
            {(
                view.Magnet.Description is { Length: > 0 } about
                    ? Html.From($"<p class=\"lead\">{about}</p>\n")
                    : Html.None
            )}<div class="magnet-row">
            <div class="messages">
            {Messages(view, links)}{AskedBy(view, links)}{(
                audience == Audience.Agency
                    ? PlanNote.Render(view.Owner, view.Action, view.Problems, view.Magnet.SourceMap.Path)
                    : Html.None
            )}</div>
            {Page(view)}</div>
            </article>

            """
        );

    /// <summary>A client approves posts: what becomes of the lead magnet is the agency's matter.</summary>
    private static Html State(LeadMagnetView view, Audience audience) =>
        audience == Audience.Client
            ? Html.None
            : Html.From($"{view.Badge.MarkFor(audience)}{Code.Render(view.Owner, view.Action, audience)}");

    private static Html Messages(LeadMagnetView view, Links links)
    {
        var magnet = view.Magnet;
        var reply = magnet.NotConnectedReply is { Length: > 0 } words
            ? Html.From($"<h3>When they are not connected yet</h3>\n{Bubble(view, links, Html.From($"{words}"))}")
            : Html.None;
        return Html.From(
            $"<h3>The message that goes out</h3>\n<p class=\"said\">Somebody comments "
                + $"<b>{magnet.Keyword}</b></p>{Bubble(view, links, WithLink(magnet.TextTemplate, magnet.ResourceName))}{reply}"
        );
    }

    private static Html Bubble(LeadMagnetView view, Links links, Html words) =>
        Html.From(
            $"<div class=\"bubble\">{ClientPicture.Render(view.Owner, links)}<p dir=\"auto\">{words}</p></div>\n"
        );

    /// <summary>The placeholder as the link that people will see in its place.</summary>
    private static Html WithLink(string template, string resource)
    {
        const string Placeholder = "{{resource_link}}";
        var parts = Placeholders.Resolve(template, PlaceholderValues.None).Split(Placeholder);
        return Html.Join(
            parts.Select(
                (part, index) =>
                    index == 0
                        ? Html.From($"{part}")
                        : Html.From(
                            $"<span class=\"tag\" title=\"LeadPanther puts the address here\">[link: {resource}]</span>{part}"
                        )
            )
        );
    }

    private static Html AskedBy(LeadMagnetView view, Links links)
    {
        var posts = view.Posts.ToList();
        if (posts.Count == 0)
        {
            return Html.From($"<h3>Asked for by</h3>\n<p class=\"quiet\">No post asks for it yet.</p>\n");
        }

        return Html.From(
            $"<h3>Asked for by</h3>\n<ul class=\"asked\">{posts.Select(post => Asking(post, links))}</ul>\n"
        );
    }

    private static Html Asking(PostView post, Links links)
    {
        var time = post.At is { } at ? TimeHtml.Short(at) : Html.From($"no time yet");
        return Html.From($"<li><a href=\"{links.Post(post)}\">{time}</a> <span dir=\"auto\">{post.Title}</span></li>");
    }

    private static Html Page(LeadMagnetView view)
    {
        var page = view.Magnet.HostedPage;
        var title = page?.Title ?? view.Magnet.ResourceName;
        var external = page?.ExternalResourceUrl is { Length: > 0 } address
            ? Html.From($"<p class=\"external\">Leads on to {SafeLink.To(address, address)}</p>\n")
            : Html.None;
        var cta = page is { CtaLabel: { Length: > 0 } label }
            ? Html.From($"<p class=\"cta\">{SafeLink.To(page.CtaUrl, label)}</p>\n")
            : Html.None;
        return Html.From(
            $"""
            <section class="hosted" aria-label="The page they get: {title}">
            <div class="window" aria-hidden="true"><i></i><i></i><i></i><span>{title}</span></div>
            <div class="page"><h3 class="page-title unseen">{title}</h3>
            {HostedPageHtml.Render(view.Magnet.Body)}{external}{cta}</div>
            <p class="quiet">LeadPanther lays the page out in its own way; the words are these.</p></section>

            """
        );
    }
}
