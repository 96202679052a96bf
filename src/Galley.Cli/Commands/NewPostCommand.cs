using System.CommandLine;
using System.Globalization;
using Galley.Authoring;
using Galley.Content;
using Galley.Rules;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary><c>galley new post</c>: a draft at the next free time; scheduled once text and time are the author's own.</summary>
internal static class NewPostCommand
{
    private static readonly Option<string?> At = new("--at") { HelpName = "TIME", Description = "When it goes out, in the client's time zone, such as \"2026-06-15 10:00\". Default: the next free time." };
    private static readonly Option<string?> LeadMagnet = new("--lead-magnet") { HelpName = "KEY", Description = "The lead magnet that it offers." };
    private static readonly Option<string?> Status = new("--status") { Description = "Default: scheduled if both the time and the text are given, else draft." };

    static NewPostCommand() => Status.AcceptOnlyFromAmong("draft", "scheduled");

    public static Command Create(Shell shell)
    {
        var command = new Command("post", "Make a post.") { At, LeadMagnet, Status };
        NewCommand.AddShared(command);
        command.SetAction(parsed => (int)Run(shell, parsed, Common.Of(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, Common common)
    {
        var workspace = Workspace.Open(shell, common);
        var asker = new Asker(shell, common);
        var (content, client) = OneClient.Of(workspace, common, asker);
        var text = NewCommand.TextOf(parsed, shell);
        var (time, isOwn, why) = TimeOf(parsed.GetValue(At), workspace, content, client, asker);
        var magnet = LeadMagnetOf(parsed.GetValue(LeadMagnet), content, asker);
        var status = StatusOf(parsed.GetValue(Status), text is not null, isOwn, client);

        var key = KeyOf(parsed, text, time, content, client, asker);
        var path = $"clients/{client.Slug}/posts/{key}{(parsed.GetValue(NewCommand.Yaml) ? ".yaml" : ".md")}";
        var files = new NewFiles(shell, common, workspace.Repository.Root);
        var post = new PostDraft
        {
            Status = status,
            ScheduledAt = LocalTimeText.Of(time, client.Zone),
            LeadMagnet = magnet,
            Body = text ?? StarterText.Post(magnet is not null),
            Hint = text is null ? StarterText.HintFor(path) : null,
        };
        files.Write(new NewFile(path, PostFile.Write(post, path, files.Schemas().LineFor(workspace.Repository.Root, path, "post"))));
        return files.Finish(client.Slug, workspace.Now, Words(post, LocalTimeText.ForPeople(time, client.Zone), why));
    }

    private static (Instant Time, bool IsOwn, string? Why) TimeOf(string? typed, Workspace workspace, ClientContent content, Client client, Asker asker)
    {
        var limits = workspace.Repository.Settings.Limits;
        var schedule = new Schedule(content, limits);
        if (typed is not null) return (Checked(typed, client, schedule, limits, workspace.Now), true, null);
        var free = FreeTime.Next(schedule, client.Zone, limits, workspace.Now);
        var suggestion = LocalTimeText.Of(free.At, client.Zone);
        var answer = asker.Ask($"When ({client.Zone.Id}; {free.Why})", suggestion);
        return answer == suggestion ? (free.At, asker.CanAsk, free.Why) : (Checked(answer!, client, schedule, limits, workspace.Now), true, null);
    }

    private static Instant Checked(string typed, Client client, Schedule schedule, Limits limits, Instant now)
    {
        if (LocalTimeText.Read(typed, client.Zone, out var why) is not { } time) throw new GalleyException(why);
        var words = LocalTimeText.ForPeople(time, client.Zone);
        if (time < now + limits.MinLeadTime) throw new GalleyException($"{words} is past, or too near to be sent: give --at a later time, or leave it out for the next free one.");
        return schedule.NearestTooClose(time) is { } other
            ? throw new GalleyException($"{words} is too near to the post \"{other}\" (limits.min_gap in galley.yaml): give --at another time, or leave it out for the next free one.")
            : time;
    }

    private static string? LeadMagnetOf(string? typed, ClientContent content, Asker asker)
    {
        var known = content.LeadMagnets.Select(magnet => magnet.Key).ToList();
        if (typed is null && known.Count > 0) typed = asker.Ask($"Which lead magnet does it offer ({string.Join(", ", known)}; empty for none)");
        if (typed is null || known.Contains(typed)) return typed;
        throw new GalleyException(
            $"The client has no lead magnet \"{typed}\". {Suggestion.DidYouMean(typed, known)}"
            + (known.Count == 0 ? "Make one with `galley new lead-magnet`." : $"The lead magnets are: {string.Join(", ", known)}."));
    }

    private static PostStatus StatusOf(string? typed, bool hasText, bool hasTime, Client client)
    {
        if (!hasText && typed == "scheduled")
            throw new GalleyException("A scheduled post needs a text of your own: add --text or --text-file, or leave --status out and write it in the file.");
        if (!hasText && client.SendDrafts)
            throw new GalleyException($"{client.Name}'s drafts are sent to LeadPanther at the merge (send_drafts), and what was sent can't be changed from here: give the text by --text or --text-file.");
        return typed == "scheduled" || (typed is null && hasText && hasTime) ? PostStatus.Scheduled : PostStatus.Draft;
    }

    private static string KeyOf(ParseResult parsed, string? text, Instant time, ClientContent content, Client client, Asker asker)
    {
        var taken = KeyName.Taken(content, Kind.Post);
        var day = time.InZone(client.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var suggestion = KeyName.Free($"{day}-{(text is null ? null : KeyName.Of(text)) ?? "new-post"}", taken);
        var key = KeyName.Checked(parsed.GetValue(NewCommand.Key) ?? asker.Ask("The file's name", suggestion)!);
        return taken.Contains(key) ? throw new GalleyException($"{client.Name} has a post \"{key}\" already: choose another --key.") : key;
    }

    private static IEnumerable<string> Words(PostDraft post, string time, string? why)
    {
        yield return $"Its time: {time}{(why is null ? "" : $" ({why})")}.";
        yield return post.Status == PostStatus.Scheduled
            ? "It is scheduled: it goes out at that time once this is merged."
            : "It is a draft: write its text, then change `status: draft` to `status: scheduled`.";
        yield return "Next: `galley validate`, then commit it and open a pull request.";
    }
}
