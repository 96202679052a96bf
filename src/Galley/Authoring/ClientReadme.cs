using System.Text;
using Galley.Content;
using NodaTime;

namespace Galley.Authoring;

/// <summary>The page that GitHub shows in a client's folder, for people who edit there.</summary>
public static class ClientReadme
{
    private const string TimesBegin = "<!-- times: written by `galley new client --readme` -->";
    private const string TimesEnd = "<!-- end of times -->";

    public static NewFile Write(
        Client client,
        SchemaFolder schemas,
        string root,
        GitHubLocation place,
        Schedule schedule,
        Instant now
    ) =>
        new(
            PathOf(client.Slug),
            $"""
            # {client.Name}

            ## Write something new

            - [A new post]({place.NewFile(
                $"clients/{client.Slug}/posts",
                "my-new-post.md",
                PostText(client, schemas, root)
            )})
            - [A new lead magnet]({place.NewFile(
                $"clients/{client.Slug}/lead-magnets",
                "my-new-guide.md",
                LeadMagnetText(client, schemas, root)
            )})

            Each link opens GitHub's editor with a file that you change:

            1. Give the file a name of your own: lower-case letters, digits and hyphens, ending with `.md`.
            2. Write over the text. Times are {client.Zone.Id} time.
            3. Press **Commit changes** and choose a new branch: Galley then says in the pull request what is wrong, if anything, and shows how it will look.
            {FillIn(place)}
            A post with `status: draft` is never published{(
                client.SendDrafts ? " (it is saved as a draft in LeadPanther)" : ""
            )}; with `status: scheduled` it goes out at its time, once the pull request is merged.
            A lead magnet goes out with the first post that offers it (`lead_magnet:` and its file's name without `.md`). One that no post offers goes out at the merge, so write both in one pull request.
            Pictures go into `media/`: **Add file**, **Upload files**.

            ## Times already taken

            {Times(client, schedule, now)}

            ## A post's fields

            {FieldTable.For("post")}
            ## A lead magnet's fields

            {FieldTable.For("lead-magnet")}
            In the text of a post, `<<keyword>>` and `<<resource_name>>` stand for those of its lead magnet; in `text_template`, `<<resource_link>>` stands for the page's address.

            """
        );

    public static string PathOf(string slug) => $"clients/{slug}/README.md";

    /// <summary>The page with its list of times made anew; null when it has no such list any more.</summary>
    public static string? WithTimes(string readme, Client client, Schedule schedule, Instant now)
    {
        var begin = readme.IndexOf(TimesBegin, StringComparison.Ordinal);
        var end = readme.IndexOf(TimesEnd, StringComparison.Ordinal);
        return begin < 0 || end < begin
            ? null
            : readme[..begin] + Times(client, schedule, now) + readme[(end + TimesEnd.Length)..];
    }

    private static string Times(Client client, Schedule schedule, Instant now)
    {
        var ahead = schedule.Taken.Where(post => post.Key > now).ToList();
        var list = new StringBuilder(TimesBegin).Append('\n');
        list.Append(ahead.Count == 0 ? "\nNone yet.\n\n" : $"\n| {client.Zone.Id} | post |\n| --- | --- |\n");
        foreach (var (time, key) in ahead)
        {
            list.Append(
                $"| {time.InZone(client.Zone).ToString("ddd uuuu-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture)} | {key} |\n"
            );
        }

        if (ahead.Count > 0)
        {
            list.Append('\n');
        }

        return list.Append(TimesEnd).ToString();
    }

    private static string FillIn(GitHubLocation place) =>
        place.IsKnown
            ? ""
            : "\n> The links do not work yet: put your repository's owner and name in the place of `OWNER/REPO`, and its main branch in the place of `main` if it has another name.\n";

    private static string PostText(Client client, SchemaFolder schemas, string root)
    {
        var path = $"clients/{client.Slug}/posts/my-new-post.md";
        return PostFile.Write(
            new PostDraft { Body = StarterText.Post(hasLeadMagnet: false), Hint = StarterText.PostHint },
            path,
            schemas.LineFor(root, path, "post")
        );
    }

    private static string LeadMagnetText(Client client, SchemaFolder schemas, string root)
    {
        var path = $"clients/{client.Slug}/lead-magnets/my-new-guide.md";
        var magnet = new LeadMagnetDraft("GUIDE", "Ten-Minute Guide", StarterText.Page("Ten-Minute Guide"))
        {
            Hint =
                "Write the page below, and a post that offers it with \"lead_magnet: my-new-guide\" (this file's name).",
        };
        return LeadMagnetFile.Write(magnet, path, schemas.LineFor(root, path, "lead-magnet"));
    }
}
