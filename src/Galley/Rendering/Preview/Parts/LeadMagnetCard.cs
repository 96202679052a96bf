using Galley.Planning;
using Galley.Rendering.Preview.Model;
using Galley.Text;

namespace Galley.Rendering.Preview.Parts;

/// <summary>A lead magnet: the message that goes out, the page it leads to, and the posts that ask for it.</summary>
internal static class LeadMagnetCard
{
    public static Html Of(LeadMagnetView view, Links links, Audience audience) => Html.Of(
        $"""
        <article class="magnet" id="{view.Anchor}" aria-labelledby="{view.Anchor}-h">
        <header><h2 id="{view.Anchor}-h">{view.Magnet.ResourceName}</h2> <span class="keyword">{view.Magnet.Keyword}</span> {view.Badge.Mark}{(view.Action?.Code is { } code ? Html.Of($" <span class=\"code\"><span>Code</span> <b>{code}</b></span>") : Html.None)}</header>
        {(view.Magnet.Description is { Length: > 0 } about ? Html.Of($"<p class=\"lead\">{about}</p>\n") : Html.None)}<div class="magnet-row">
        <div class="messages">
        {Messages(view)}{AskedBy(view, links)}{(audience == Audience.Agency ? ForAgency(view) : Html.None)}</div>
        {Page(view)}</div>
        </article>

        """);

    private static Html Messages(LeadMagnetView view)
    {
        var magnet = view.Magnet;
        var reply = magnet.NotConnectedReply is { Length: > 0 } words
            ? Html.Of($"<h3>When they are not connected yet</h3>\n{Bubble(view, Html.Of($"{words}"))}")
            : Html.None;
        return Html.Of($"<h3>The message that goes out</h3>\n<p class=\"said\">Somebody comments <b>{magnet.Keyword}</b></p>{Bubble(view, WithLink(magnet.TextTemplate, magnet.ResourceName))}{reply}");
    }

    private static Html Bubble(LeadMagnetView view, Html words) =>
        Html.Of($"<div class=\"bubble\">{Avatar.Of(view.Owner.Name)}<p dir=\"auto\">{words}</p></div>\n");

    /// <summary>The placeholder as the link that people will see in its place.</summary>
    private static Html WithLink(string template, string resource)
    {
        const string placeholder = "{{resource_link}}";
        var parts = Placeholders.Resolve(template, PlaceholderValues.None).Split(placeholder);
        return Html.Join(parts.Select((part, index) => index == 0
            ? Html.Of($"{part}")
            : Html.Of($"<span class=\"tag\" title=\"LeadPanther puts the address here\">[link: {resource}]</span>{part}")));
    }

    private static Html AskedBy(LeadMagnetView view, Links links)
    {
        var posts = view.Posts.ToList();
        if (posts.Count == 0) return Html.Of($"<h3>Asked for by</h3>\n<p class=\"quiet\">No post asks for it yet.</p>\n");
        return Html.Of(
            $"<h3>Asked for by</h3>\n<ul class=\"asked\">{posts.Select(post => Html.Of($"<li><a href=\"{links.Post(post)}\">{(post.At is { } at ? When.Short(at) : Html.Of($"no time yet"))}</a> <span dir=\"auto\">{post.Title}</span></li>"))}</ul>\n");
    }

    private static Html Page(LeadMagnetView view)
    {
        var page = view.Magnet.HostedPage;
        var title = page?.Title ?? view.Magnet.ResourceName;
        var external = page?.ExternalResourceUrl is { Length: > 0 } address
            ? Html.Of($"<p class=\"external\">Leads on to {SafeLink.To(address, address)}</p>\n")
            : Html.None;
        var cta = page is { CtaLabel: { Length: > 0 } label }
            ? Html.Of($"<p class=\"cta\">{SafeLink.To(page.CtaUrl, label)}</p>\n")
            : Html.None;
        return Html.Of(
            $"""
            <section class="hosted" aria-label="The page they get"><div class="window" aria-hidden="true"><i></i><i></i><i></i><span>{title}</span></div>
            <div class="page"><h3 class="page-title unseen">{title}</h3>
            {HostedPageHtml.Of(view.Magnet.Body)}{external}{cta}</div>
            <p class="quiet">LeadPanther lays the page out in its own way; the words are these.</p></section>

            """);
    }

    private static Html ForAgency(LeadMagnetView view)
    {
        var words = view.Action is null ? "The plan does not name it." : ActionWords.Of(view.Action, view.Owner.Zone);
        var step = view.Action is not null && NextStep.Of(view.Action, view.Owner.Slug) is { } next ? Html.Of($"<p class=\"help\">{Inline.Sentence(next)}</p>\n") : Html.None;
        return Html.Of(
            $"""
            <div class="desk"><p><b>Plan</b> {Inline.Sentence(words)}</p>
            {step}{ProblemList.Of(view.Problems)}<p class="place">{view.Magnet.Source.Path}</p></div>

            """);
    }
}
