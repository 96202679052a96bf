using Galley.Content;
using Galley.Planning;
using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Pages;
using Galley.Rendering.Preview.Parts;

namespace Galley.Rendering.Preview;

/// <summary>
/// One client's posts and lead magnets in one file that can be mailed: for an approver without any account, in words of the trade and
/// not of Galley. Drafts stay at home.
/// </summary>
public static class SingleFilePreview
{
    /// <param name="planned">Of one client.</param>
    /// <param name="bytes">A picture's or PDF's content.</param>
    public static string Write(PlannedRepository planned, PreviewOptions options, Func<MediaFile, byte[]> bytes)
    {
        var model = new PreviewModel(WithoutDrafts(planned), options);
        var client = model.Clients.Single();
        var links = new SingleFileLinks(bytes);
        return PageShell.Write(
            new PageParts
            {
                Title = $"{client.Name}: posts to look at",
                Bar = Html.From(
                    $"{Sender.Render(options.Agency, options.Logo, "Preview")}<span class=\"here\">{client.Name}: for your approval</span>"
                ),
                Main = Html.From(
                    $"{ClientPage.Head(client, links)}{HowToAnswer(client)}{ClientPage.Calendar(model, client, links, Audience.Client)}"
                        + $"{ClientPage.Posts(client.Posts, links, options, Audience.Client)}"
                        + $"{client.LeadMagnets.Select(magnet => LeadMagnetCard.Render(magnet, links, Audience.Client))}"
                        + $"{AnswerForm.Summary(client, options)}"
                ),
                Styles = client.Avatar is { } avatar
                    ? [Asset.Style, ClientPicture.Style(links.Media(avatar.File)!)]
                    : [Asset.Style],
                Foot = "Nothing on this page is sent or published by opening it.",
                Scripts = [Asset.Script, Asset.Answer],
            }
        );
    }

    private static PlannedRepository WithoutDrafts(PlannedRepository planned) =>
        planned with
        {
            Clients =
            [
                .. planned.Clients.Select(client =>
                    client with
                    {
                        Content = client.Content with
                        {
                            Posts = client.Content.Posts.RemoveAll(post => post.Status == PostStatus.Draft),
                        },
                    }
                ),
            ],
        };

    private static Html HowToAnswer(ClientView client)
    {
        if (!client.Posts.Any(AnswerForm.IsOpen))
        {
            return Html.None;
        }

        var until = AnswerForm.FirstUntil(client) is { } at
            ? Html.From($"<p><strong>Please answer by {TimeHtml.Full(at)}.</strong></p>\n")
            : Html.None;
        var decided = client.Posts.All(AnswerForm.IsOpen) ? "" : " that has a box “Your answer”";
        return Html.From(
            $"""
            <section class="approve" aria-labelledby="approve"><h2 id="approve">How to answer</h2>
            {until}<p>Read each post{decided}, and choose <b>Approve</b> or <b>Ask for a change</b>.
            At the end of the page, copy your answer or send it by mail.</p>
            <p class="without-script">If you see nothing to choose, answer with the approval codes of the
            posts that may go out as they stand, and with your changes to the others.</p>
            <p class="quiet">An approval holds for exactly these words, pictures and times.
            If one of them changes, we ask you again.</p></section>

            """
        );
    }
}
