using Galley.Markdown;
using Galley.Rendering.Preview.Model;

namespace Galley.Rendering.Preview.Parts;

/// <summary>Switches that need no script: the style sheet asks which one is set.</summary>
internal static class Controls
{
    /// <summary>The style sheet knows this many clients by number; with more, the client's own page is the filter.</summary>
    private const int MostClients = 12;

    public static readonly Html Device = Html.From(
        $"""
        <fieldset class="switch device"><legend>Show posts as on a</legend>
        <input type="radio" name="device" id="on-desktop" checked><label for="on-desktop">Desktop</label>
        <input type="radio" name="device" id="on-phone"><label for="on-phone">Phone</label></fieldset>

        """
    );

    /// <summary>Said once for all cards.</summary>
    public static readonly Html AboutFold = Html.From(
        $"<p class=\"quiet\">“…more” is where LinkedIn folds a post, approximately: after {SeeMoreFold.Lines} lines, of about {SeeMoreFold.OnDesktop} characters on a desktop and {SeeMoreFold.OnPhone} on a phone.</p>\n"
    );

    /// <summary>Only statuses that occur are offered.</summary>
    public static Html Statuses(IEnumerable<PostView> posts)
    {
        var counts = posts.CountBy(post => post.Badge).ToDictionary();
        if (counts.Count < 2)
        {
            return Html.None;
        }

        return Html.From(
            $"<fieldset class=\"filter\"><legend>Status</legend>{Badge.All.Where(counts.ContainsKey).Select(badge => Html.From($"<input type=\"checkbox\" id=\"s-{badge.Name}\" checked><label class=\"s-{badge.Name}\" for=\"s-{badge.Name}\"><span aria-hidden=\"true\">{badge.Sign}</span> {badge.Label} <small>{counts[badge]}</small></label>"))}</fieldset>\n"
        );
    }

    public static Html Clients(IReadOnlyCollection<ClientView> clients)
    {
        if (clients.Count is < 2 or > MostClients)
        {
            return Html.None;
        }

        return Html.From(
            $"<fieldset class=\"switch clients\"><legend>Client</legend><input type=\"radio\" name=\"client\" id=\"c-all\" checked><label for=\"c-all\">All</label>{clients.Select(client => Html.From($"<input type=\"radio\" name=\"client\" id=\"c-{client.Number}\"><label for=\"c-{client.Number}\">{client.Name}</label>"))}</fieldset>\n"
        );
    }
}
