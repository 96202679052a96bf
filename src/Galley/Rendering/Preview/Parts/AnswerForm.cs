using Galley.Payloads;
using Galley.Planning;
using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview.Parts;

/// <summary>
/// How a client answers in the page that is mailed to it: a choice at each post, and all answers as text to copy or to mail. The
/// script only gathers them: nothing leaves the page by itself.
/// </summary>
internal static class AnswerForm
{
    /// <summary>Whether the client's word on it is still open: it is not out, not approved, and no draft.</summary>
    public static bool IsOpen(PostView post) =>
        post.Action
            is {
                ApprovalCode: not null,
                Type: ActionType.Create or ActionType.Wait or ActionType.Update or ActionType.Held
            }
        && !post.IsTentative
        && !IsApproved(post);

    public static bool IsApproved(PostView post) =>
        post.Action is { ApprovedBy: not null }
        || (
            post.Action?.ApprovalCode is { } code
            && post.Post.Approved is { } typed
            && PayloadCode.Approves(code, typed)
        );

    /// <summary>What the client sees of how things stand with a post.</summary>
    public static Html State(PostView post) =>
        post.Badge == Badge.Published ? Badge.Published.Mark
        : IsApproved(post) ? Badge.Approved.Mark
        : post.Badge == Badge.Scheduled ? Badge.Decided.Mark
        : Html.None;

    /// <summary>Until when the client is asked to answer about a post; null where nobody asks.</summary>
    public static ZonedDateTime? Until(PostView post) =>
        post.Owner.ApprovalBy is { } by && post.At is { } at ? at.Minus(by) : null;

    /// <summary>Until when the first answer is wanted that is still open.</summary>
    public static ZonedDateTime? FirstUntil(ClientView client) =>
        client
            .Posts.Where(IsOpen)
            .Select(Until)
            .OfType<ZonedDateTime>()
            .Where(until => until.ToInstant() > client.Now)
            .OrderBy(until => until.ToInstant())
            .Select(until => (ZonedDateTime?)until)
            .FirstOrDefault();

    public static Html Choice(PostView post)
    {
        if (!IsOpen(post))
        {
            return Html.None;
        }

        var name = $"answer-{post.Anchor}";
        var until =
            Until(post) is { } at && at.ToInstant() > post.Owner.Now
                ? Html.From($"<p class=\"quiet\">Please answer by {TimeHtml.Full(at)}.</p>\n")
                : Html.None;
        return Html.From(
            $"""
            <div class="answer" data-code="{post.Action!.ApprovalCode!}" data-title="{TitleOf(post)}" hidden>
            <fieldset><legend>Your answer</legend>
            <input type="radio" name="{name}" id="{name}-yes" value="yes"><label for="{name}-yes">Approve</label>
            <input type="radio" name="{name}" id="{name}-no" value="no"><label for="{name}-no">Ask for a change</label></fieldset>
            <div class="wish" hidden><label for="{name}-wish">What should change?</label>
            <textarea id="{name}-wish" rows="3"></textarea></div>
            {until}</div>

            """
        );
    }

    /// <summary>The line at the page's end, with all answers.</summary>
    public static Html Summary(ClientView client, PreviewOptions options)
    {
        var open = client.Posts.Count(IsOpen);
        return open == 0
            ? Html.From($"<p class=\"quiet all-said\">There is nothing here to answer at the moment.</p>\n")
            : Html.From(
                $"""
                <section class="answers" aria-labelledby="answers" hidden
                data-client="{client.Slug}" data-name="{client.Name}" data-mail="{options.Agency?.Mail ?? ""}">
                <h2 id="answers">Send your answer</h2>
                <p class="count" role="status">0 of {Plural.Format(open, "post")} decided</p>
                <div class="by"><label for="answered-by">Your name</label><input id="answered-by" autocomplete="name"></div>
                <p class="send"><button type="button" id="copy-answer">Copy my answer</button>
                <a id="mail-answer" href="mailto:">Send by mail</a> <span id="copied" role="status"></span></p>
                <details><summary>Show my answer</summary><label class="unseen" for="answer-text">My answer</label>
                <textarea id="answer-text" rows="12" readonly></textarea></details>
                <p class="quiet">Nothing is sent until you send it. This page makes no connection to anywhere.</p>
                </section>

                """
            );
    }

    private static string TitleOf(PostView post) =>
        $"{(post.At is { } at ? LocalTimes.Full(at) : "no time yet")}: {post.Title}";
}
