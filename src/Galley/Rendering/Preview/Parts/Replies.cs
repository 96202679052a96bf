using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>The author's own comments below a post, as a reader finds them, each with the time after which it comes.</summary>
internal static class Replies
{
    public static Html Render(PostView view, Links links)
    {
        var comments = FollowupSteps.Of(view.Followups).Where(step => step.Comment is not null).ToList();
        return comments.Count == 0
            ? Html.None
            : Html.From(
                $"<ol class=\"replies\" aria-label=\"Comments that follow\">{comments.Select(step => One(view.Owner, step, links))}</ol>\n"
            );
    }

    private static Html One(ClientView owner, FollowupStep step, Links links) =>
        Html.From(
            $"""
            <li>{ClientPicture.Render(
                owner,
                links
            )}<div class="reply"><p class="who-says"><strong>{owner.Name}</strong> <span class="author">Author</span>
            <span class="delay">after {TimeHtml.Delay(
                step.Minutes
            )}</span></p>
            {Headline(owner)}<p dir="auto">{Inline.Post(step.Comment!)}</p></div></li>

            """
        );

    private static Html Headline(ClientView owner) =>
        owner.Headline is { } line ? Html.From($"<p class=\"headline\" dir=\"auto\">{line}</p>\n") : Html.None;
}
