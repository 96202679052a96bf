using System.Globalization;
using Galley.Markdown;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>A post as LinkedIn shows it, and beside it what the plan says of it.</summary>
internal static class PostCard
{
    /// <summary>Far above LinkedIn's limit; a text that long is an error that the card says anyway.</summary>
    private const int LongestShown = 12_000;

    public static Html Render(PostView view, Links links, PreviewOptions options, Audience audience) =>
        Html.From(
            $"""
            <article class="post" id="{view.Anchor}" data-s="{view.Badge.Name}" aria-labelledby="{view.Anchor}-h">
            <header><h3 id="{view.Anchor}-h">{Time(view)}</h3> {(
                audience == Audience.Client ? AnswerForm.State(view) : view.Badge.MarkFor(audience)
            )}{(
                audience == Audience.Client && !AnswerForm.IsOpen(view) && !AnswerForm.IsApproved(view)
                    ? Html.None
                    : Code.Render(view.Owner, view.Action, audience)
            )}</header>
            <div class="sheet-row">
            {Feed(view, links)}<div class="beside">
            {Facts(view, links, options, audience)}{Timeline.Render(view)}{Aside(view, options, audience)}</div>
            </div>
            </article>

            """
        );

    /// <summary>What the plan says, for the agency; what the client says to it, for the client.</summary>
    private static Html Aside(PostView view, PreviewOptions options, Audience audience) =>
        audience switch
        {
            Audience.Agency => Html.From($"{PostMenu.Render(view, options)}{Note(view)}"),
            Audience.Client => AnswerForm.Choice(view),
            _ => Html.None,
        };

    private static Html Note(PostView view) =>
        PlanNote.Render(view.Owner, view.Action, view.Problems, view.Post.SourceMap.Path, view.Post.Notes);

    private static Html Time(PostView view) =>
        view.At is { } at
            ? Html.From(
                $"{TimeHtml.Full(at)} <small>{view.Owner.Zone.Id.Replace('_', ' ')}{(view.IsTentative ? ", tentative" : "")}</small>"
            )
            : Html.From($"No time yet <small>{view.Post.Key}</small>");

    private static Html Feed(PostView view, Links links) =>
        Html.From(
            $"""
            <div class="feed">
            <div class="who">{ClientPicture.Render(view.Owner, links)}<div><strong>{view.Owner.Name}</strong>{Headline(
                view.Owner
            )}<span class="age">1h · {Icon.Globe}</span></div></div>
            {Text(view)}{PictureGrid.Render(
                view,
                links
            )}<div class="acts" aria-hidden="true"><span>{Icon.Like}Like</span><span>{Icon.Comment}Comment</span>
            <span>{Icon.Repost}Repost</span><span>{Icon.Send}Send</span></div>
            {Replies.Render(view, links)}</div>

            """
        );

    private static Html Headline(ClientView owner) =>
        owner.Headline is { } line ? Html.From($"<span class=\"headline\" dir=\"auto\">{line}</span>") : Html.None;

    /// <summary>One text with two folds; the style sheet shows the one of the chosen device.</summary>
    private static Html Text(PostView view)
    {
        var text =
            view.Text.Length <= LongestShown
                ? view.Text
                : $"{view.Text[..LongestShown]}\n… and {view.Text.Length - LongestShown} characters more";
        var (phone, desktop) = (
            SeeMoreFold.Find(text, SeeMoreFold.OnPhone),
            SeeMoreFold.Find(text, SeeMoreFold.OnDesktop)
        );
        if (phone == text.Length)
        {
            return Html.From($"<div class=\"text\" dir=\"auto\">{Inline.Post(text)}</div>\n");
        }

        var id = $"{view.Anchor}-more";
        var folds = desktop == text.Length ? "phone-only" : "both";
        return Html.From(
            $"<div class=\"folding {folds}\"><input type=\"checkbox\" id=\"{id}\" aria-label=\"Show the whole "
                + $"text\"><div class=\"text\" dir=\"auto\">{Inline.Post(text[..phone])}<span class=\"t1\">"
                + $"{Inline.Post(text[phone..desktop])}</span><span class=\"t2\">"
                + $"{Inline.Post(text[desktop..])}</span> <label for=\"{id}\"><span class=\"more\">…more</span>"
                + $"<span class=\"less\">show less</span></label></div></div>\n"
        );
    }

    private static Html Facts(PostView view, Links links, PreviewOptions options, Audience audience)
    {
        var (length, limit) = (view.Text.Length, options.Limits.PostText);
        return Html.From(
            $"""
            <dl class="facts">
            <div><dt>Length</dt><dd>{length} of {limit} characters<progress max="{Plain(limit)}" value="{Plain(
                Math.Min(length, limit)
            )}" aria-hidden="true"{(length > limit ? Html.From($" class=\"over\"") : Html.None)}></progress></dd></div>
            {Asks(view, links)}{(audience == Audience.Agency ? Sorting(view.Post) : Html.None)}</dl>

            """
        );
    }

    private static Html Asks(PostView view, Links links)
    {
        if (view.Post.LeadMagnet is not { } reference)
        {
            return Html.None;
        }

        var magnet = view.Owner.LeadMagnets.FirstOrDefault(candidate => candidate.Magnet.Key == reference.Key);
        return magnet is null
            ? Html.From($"<div><dt>Lead magnet</dt><dd>{reference.Key ?? reference.Id}</dd></div>\n")
            : Html.From(
                $"<div><dt>Asks for</dt><dd><b class=\"keyword\">"
                    + $"{magnet.Magnet.Keyword}</b> and gives <a href=\"{links.LeadMagnet(magnet)}\">"
                    + $"{magnet.Magnet.ResourceName}</a></dd></div>\n"
            );
    }

    private static Html Sorting(Content.Post post)
    {
        var campaign = post.Campaign is { } name
            ? Html.From($"<div><dt>Campaign</dt><dd>{name}</dd></div>\n")
            : Html.None;
        return post.Labels.IsEmpty
            ? campaign
            : Html.From(
                $"{campaign}<div><dt>Labels</dt><dd>"
                    + $"{post.Labels.Select(label => Html.From($"<span class=\"label\">{label}</span> "))}</dd>"
                    + $"</div>\n"
            );
    }

    private static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);
}
