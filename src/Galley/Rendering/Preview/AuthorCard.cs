using System.Collections.Immutable;
using Galley.Content;
using Galley.Ledger;
using Galley.Planning;
using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Parts;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>The card of one post or lead magnet, as the preview's pages show it, for the form in which it is written.</summary>
public static class AuthorCard
{
    /// <summary>The style sheet of the preview's pages.</summary>
    public static string Style => Asset.Style.Text;

    /// <summary>The choice between desktop and phone, which the style sheet obeys.</summary>
    public static string Device => Controls.Device.ToString();

    /// <param name="path">The file's, from the content root.</param>
    /// <returns>Null when the file can't be read far enough for a card.</returns>
    public static string? Render(ClientContent content, string path, Limits limits, Instant now)
    {
        var planned = new PlannedClient(
            content,
            ClientLedger.Empty(content.Client?.Account.Id ?? ""),
            new ClientPlan(content.Slug, null, null, [])
        );
        var view = new ClientView(planned, ImmutableArray<Diagnostics.Diagnostic>.Empty.ToLookup(_ => ""), now, 1);
        var links = new AuthorLinks();
        if (view.Posts.FirstOrDefault(post => post.Post.SourceMap.Path == path) is { } shown)
        {
            return PostCard.Render(shown, links, new PreviewOptions { Limits = limits }, Audience.Author).ToString();
        }

        return view.LeadMagnets.FirstOrDefault(magnet => magnet.Magnet.SourceMap.Path == path) is { } magnet
            ? LeadMagnetCard.Render(magnet, links, Audience.Author).ToString()
            : null;
    }
}
