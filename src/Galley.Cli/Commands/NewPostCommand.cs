using System.CommandLine;
using System.Globalization;
using Galley.Authoring;
using Galley.Authoring.Copying;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Content;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary><c>galley new post</c>: a draft at the next free time; scheduled if the author gives both text and time.</summary>
internal static class NewPostCommand
{
    private static readonly Option<string?> At = new("--at")
    {
        HelpName = "TIME",
        Description =
            "When the post goes out, in the client's time zone, such as \"2026-06-15 10:00\". Default: the next free time.",
    };
    private static readonly Option<string?> LeadMagnet = new("--lead-magnet")
    {
        HelpName = "KEY",
        Description = "The lead magnet that the post offers.",
    };
    private static readonly Option<string?> Status = new("--status")
    {
        Description = "Default: scheduled if you give both time and text, otherwise draft.",
    };
    private static readonly Option<string?> Template = new("--template")
    {
        HelpName = "NAME",
        Description = "Begin with templates/NAME.md: its fields, comments and text.",
    };
    private static readonly DraftOptions Shared = new(
        "the date and the first words",
        "The text of the post. Default: a starter text, which is never published."
    );

    static NewPostCommand() => Status.AcceptOnlyFromAmong("draft", "scheduled");

    public static Command Create(Shell shell)
    {
        var command = new Command("post", "Make a post.") { At, LeadMagnet, Status, Template };
        Shared.AddTo(command);
        command.SetAction(parsed => (int)Run(new NewDraft(shell, parsed, Shared)));
        return command;
    }

    private static ExitCode Run(NewDraft draft)
    {
        var template = TemplateOf(draft);
        var (time, isOwn, why) = TimeOf(draft);
        var magnet = template is null || draft.Typed(LeadMagnet) is not null ? LeadMagnetOf(draft) : null;
        var status = StatusOf(draft.Typed(Status), draft.Text is not null, isOwn, draft.Client);

        var key = draft.KeyFor(Kind.Post, NameOf(draft, time));
        var path = $"clients/{draft.Client.Slug}/posts/{key}{draft.Ending}";
        var line = draft.Files.Schemas().LineFor(draft.Root, path, "post");
        var post = new PostDraft
        {
            Status = status,
            ScheduledAt = LocalTimeText.Format(time, draft.Client.Zone),
            LeadMagnet = magnet,
            Body = draft.Text ?? StarterText.Post(magnet is not null),
            Hint = draft.Text is null ? StarterText.HintFor(path) : null,
        };
        draft.Files.Write(new NewFile(path, template is null ? PostFile.Write(post, path, line) : Filled(template)));
        return draft.Files.Finish(
            draft.Client.Slug,
            draft.Now,
            Describe(post, LocalTimeText.ForPeople(time, draft.Client.Zone), why)
        );

        string Filled(PostTemplate from) =>
            from.Fill(
                line,
                post.Status == PostStatus.Scheduled ? "scheduled" : "draft",
                post.ScheduledAt!,
                magnet,
                draft.Text
            );
    }

    private static PostTemplate? TemplateOf(NewDraft draft) =>
        draft.Typed(Template) is not { } name ? null
        : draft.Ending == ".md" ? PostTemplate.Read(draft.Root, name)
        : throw new GalleyException("Templates are .md files. Leave out --yaml, or --template.");

    private static (Instant Time, bool IsOwn, string? Why) TimeOf(NewDraft draft)
    {
        var free = draft.NextFree();
        if (draft.Typed(At) is { } typed)
        {
            return (Checked(typed, draft, free), true, null);
        }

        var suggestion = LocalTimeText.Format(free.At, draft.Client.Zone);
        var time = draft.Prompt.Ask($"When ({draft.Client.Zone.Id}; {free.Why})", suggestion, answer =>
            Checked(answer, draft, free)
        );
        return (time, draft.Prompt.CanAsk, time == free.At ? free.Why : null);
    }

    private static Instant Checked(string typed, NewDraft draft, FreeTime free)
    {
        var zone = draft.Client.Zone;
        if (new TypedTime(zone, draft.Now, free.At.InZone(zone).Date).Read(typed, out var why) is not { } time)
        {
            throw new GalleyException(why);
        }

        var words = LocalTimeText.ForPeople(time, zone);
        if (time < draft.Now + draft.Limits.MinLeadTime)
        {
            throw new GalleyException($"{words} is in the past, or too soon. {Instead(free, zone)}");
        }

        return draft.Schedule.NearestTooClose(time) is { } other
            ? throw new GalleyException(
                $"{words} is too close to the post \"{other}\" (limits.min_gap in galley.yaml). {Instead(free, zone)}"
            )
            : time;
    }

    private static string Instead(FreeTime free, DateTimeZone zone) =>
        $"The next free time is {LocalTimeText.Format(free.At, zone)}.";

    private static string? LeadMagnetOf(NewDraft draft)
    {
        var known = draft.Content.LeadMagnets.Select(magnet => magnet.Key).ToList();
        if (draft.Typed(LeadMagnet) is { } given)
        {
            return Known(given);
        }

        return known.Count == 0
            ? null
            : draft.Prompt.AskOptional($"Lead magnet ({string.Join(", ", known)}; empty for none)", Known);

        string Known(string typed) =>
            known.Contains(typed)
                ? typed
                : throw new GalleyException(
                    $"The client has no lead magnet \"{typed}\". {Suggestion.DidYouMean(typed, known)}"
                        + (
                            known.Count == 0
                                ? "Make one with `galley new lead-magnet`."
                                : $"The lead magnets are: {string.Join(", ", known)}."
                        )
                );
    }

    private static PostStatus StatusOf(string? typed, bool hasText, bool hasTime, Client client)
    {
        if (!hasText && typed == "scheduled")
        {
            throw new GalleyException(
                "A scheduled post needs your own text. Add --text or --text-file, or leave --status out and write the text in the file."
            );
        }

        if (!hasText && client.SendDrafts)
        {
            throw new GalleyException(
                $"{client.Name} has send_drafts: true, so a starter text would be sent at the merge. "
                    + "Give your own text with --text or --text-file."
            );
        }

        return typed == "scheduled" || (typed is null && hasText && hasTime) ? PostStatus.Scheduled : PostStatus.Draft;
    }

    /// <summary>The day and the first words, so that a folder of posts is sorted by date.</summary>
    private static string NameOf(NewDraft draft, Instant time)
    {
        var day = time.InZone(draft.Client.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return $"{day}-{(draft.Text is null ? null : KeyName.From(draft.Text)) ?? "new-post"}";
    }

    private static IEnumerable<string> Describe(PostDraft post, string time, string? why)
    {
        yield return $"Time: {time}{(why is null ? "" : $" ({why})")}.";
        yield return post.Status == PostStatus.Scheduled
            ? "The post is scheduled. It goes out at that time, once it is merged."
            : "The post is a draft. Write its text, then change `status: draft` to `status: scheduled`.";
        yield return "Next: run `galley validate`, then commit and open a pull request.";
    }
}
