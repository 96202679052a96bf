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
        <span class="choice"><input type="radio" name="device" id="on-desktop" checked><label for="on-desktop">Desktop</label></span>
        <span class="choice"><input type="radio" name="device" id="on-phone"><label for="on-phone">Phone</label></span></fieldset>

        """
    );

    /// <summary>Said once for all cards.</summary>
    public static readonly Html AboutFold = Html.From(
        $"<p class=\"quiet\">“…more” is where LinkedIn folds a post, approximately: after {SeeMoreFold.Lines} "
            + $"lines, of about {SeeMoreFold.OnDesktop} characters on a desktop and {SeeMoreFold.OnPhone} on a "
            + $"phone.</p>\n"
    );

    /// <summary>Search and filters; those that need a script come with it.</summary>
    public static Html Tools(PreviewModel model, IEnumerable<PostView> posts)
    {
        var shown = posts.ToList();
        var picker = model.Clients.Length > MostClients ? Picker(model.Clients) : Html.None;
        return Html.From(
            $"""
            <div class="tools" hidden><label>Search <input type="search" id="q" placeholder="Words or a client"></label>{picker}{Labels(
                shown
            )}<p class="found quiet" aria-live="polite"></p></div>
            <div class="controls">{Clients(model.Clients)}{Statuses(shown)}</div>

            """
        );
    }

    private static Html Picker(IEnumerable<ClientView> clients) =>
        Html.From(
            $"<label>Client <select id=\"client\"><option value=\"\">All clients</option>"
                + $"{clients.Select(client => Option($"{client.Number}", client.Name))}</select></label>"
        );

    private static Html Labels(IReadOnlyCollection<PostView> posts)
    {
        var labels = Distinct(posts.SelectMany(post => post.Post.Labels));
        var campaigns = Distinct(posts.Select(post => post.Post.Campaign).OfType<string>());
        return labels.Count + campaigns.Count == 0
            ? Html.None
            : Html.From(
                $"<label>Label <select id=\"label\"><option value=\"\">Any</option>"
                    + $"{Group("Labels", "", labels)}{Group("Campaigns", "c:", campaigns)}</select></label>"
            );
    }

    private static Html Group(string name, string prefix, List<string> words) =>
        words.Count == 0
            ? Html.None
            : Html.From(
                $"<optgroup label=\"{name}\">{words.Select(word => Option(prefix + word.ToLowerInvariant(), word))}</optgroup>"
            );

    private static Html Option(string value, string words) => Html.From($"<option value=\"{value}\">{words}</option>");

    private static List<string> Distinct(IEnumerable<string> words) =>
        [.. words.Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase)];

    /// <summary>Only statuses that occur are offered.</summary>
    public static Html Statuses(IEnumerable<PostView> posts)
    {
        var counts = posts.CountBy(post => post.Badge).ToDictionary();
        if (counts.Count < 2)
        {
            return Html.None;
        }

        return Html.From(
            $"<fieldset class=\"filter\"><legend>Status</legend>"
                + $"{Badge.All.Where(counts.ContainsKey).Select(badge => Status(badge, counts[badge]))}</fieldset>\n"
        );
    }

    private static Html Status(Badge badge, int count) =>
        Html.From(
            $"<span class=\"choice\"><input type=\"checkbox\" id=\"s-{badge.Name}\" checked>"
                + $"<label class=\"s-{badge.Name}\" for=\"s-{badge.Name}\"><span aria-hidden=\"true\">{badge.Sign}</span> "
                + $"{badge.Label} <small>{count}</small></label></span>"
        );

    private static Html Clients(IReadOnlyCollection<ClientView> clients)
    {
        if (clients.Count is < 2 or > MostClients)
        {
            return Html.None;
        }

        return Html.From(
            $"<fieldset class=\"switch clients\"><legend>Client</legend>"
                + $"<span class=\"choice\"><input type=\"radio\" name=\"client\" id=\"c-all\" checked>"
                + $"<label for=\"c-all\">All</label></span>"
                + $"{clients.Select(Choice)}</fieldset>\n"
        );
    }

    private static Html Choice(ClientView client) =>
        Html.From(
            $"<span class=\"choice\"><input type=\"radio\" name=\"client\" id=\"c-{client.Number}\">"
                + $"<label for=\"c-{client.Number}\">{client.Name}</label></span>"
        );
}
