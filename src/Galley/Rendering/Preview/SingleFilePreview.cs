using Galley.Content;
using Galley.Planning;
using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Pages;
using Galley.Rendering.Preview.Parts;

namespace Galley.Rendering.Preview;

/// <summary>One client's posts and lead magnets in one file that can be mailed: for an approver without any account.</summary>
public static class SingleFilePreview
{
    /// <param name="planned">Of one client.</param>
    /// <param name="bytes">A picture's or PDF's content.</param>
    public static string Write(PlannedRepository planned, PreviewOptions options, Func<MediaFile, byte[]> bytes)
    {
        var model = new PreviewModel(planned, options);
        var client = model.Clients.Single();
        var links = new SingleFileLinks(bytes);
        return PageShell.Wrap(
            $"{client.Name}: posts to look at",
            Html.From(
                $"<a class=\"brand\" href=\"#top\"><span aria-hidden=\"true\">¶</span> {client.Name}</a><span class=\"here\">For your approval</span>"
            ),
            Html.From(
                $"{ClientPage.Head(client)}{HowToApprove(client)}{ClientPage.Calendar(model, client, links)}{ClientPage.Posts(client.Posts, links, options, Audience.Client)}{client.LeadMagnets.Select(magnet => LeadMagnetCard.Render(magnet, links, Audience.Client))}"
            ),
            options
        );
    }

    private static Html HowToApprove(ClientView client)
    {
        var first = client
            .Posts.Where(post => post.Badge != Badge.InLeadPanther && post.Badge != Badge.Published)
            .Select(post => post.Action?.ApprovalCode)
            .FirstOrDefault(code => code is not null);
        return first is null
            ? Html.None
            : Html.From(
                $"""
                <section class="approve" aria-labelledby="approve"><h2 id="approve">How to approve</h2>
                <p>Each post carries a code, such as <b class="code-sample">{first}</b>. Answer with the codes of the posts that may go out as they stand, and with your changes to the others. A code stands for exactly these words, pictures and time: if anything changes, so does the code.</p></section>

                """
            );
    }
}
