using System.Globalization;
using System.Text;
using Galley.Content;
using NodaTime;

namespace Galley.Authoring;

/// <summary>The README of a client's folder, for people who edit on GitHub's web pages.</summary>
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

            Each link opens GitHub's editor with a new file:

            1. Give the file a name: lower-case letters, digits and hyphens, ending with `.md`.
            2. Replace the text with your own. Times are in the time zone {client.Zone.Id}.
            3. Press **Commit changes** and choose a new branch. In the pull request, Galley lists problems
               and shows how the post will look.
            {FillIn(place)}
            A post with `status: draft` is never published{(
                client.SendDrafts ? " (it is saved as a draft in LeadPanther)" : ""
            )}.
            A post with `status: scheduled` goes out at its time, once the pull request is merged.
            A lead magnet goes out with the first post that offers it: write `lead_magnet:` and the lead magnet's file name
            without `.md` in the post. A lead magnet that no post offers goes out at the merge, so put both in one pull request.
            Put pictures into `media/`: **Add file**, **Upload files**.

            ## Times already taken

            {Times(client, schedule, now)}

            ## A post's fields

            {FieldTable.For("post")}
            ## A lead magnet's fields

            {FieldTable.For("lead-magnet")}
            In the text of a post, Galley replaces `<<keyword>>` and `<<resource_name>>` with those of its lead magnet.
            In `text_template`, `<<resource_link>>` stands for the URL of the page.

            """
        );

    public static string PathOf(string slug) => $"clients/{slug}/README.md";

    /// <summary>The page with a new list of times; null if the page has no list of times.</summary>
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
                $"| {time.InZone(client.Zone).ToString("ddd uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture)} | {key} |\n"
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
            : "\n> The links do not work yet. Replace `OWNER/REPO` with the owner and name of your repository,\n"
                + "> and `main` with the name of your main branch if it has another name.\n";

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
                "Write your own page below, and a post that offers it with \"lead_magnet: my-new-guide\" (the name of this file).",
        };
        return LeadMagnetFile.Write(magnet, path, schemas.LineFor(root, path, "lead-magnet"));
    }
}
