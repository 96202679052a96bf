using System.CommandLine;
using Galley.Authoring;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley new lead-magnet</c>: with the author's page, or with a starter page and a draft post that offers it. A lead magnet has no
/// draft state, but it waits for the draft that offers it. So a starter page can't go out by accident.
/// </summary>
internal static class NewLeadMagnetCommand
{
    private static readonly Option<string?> Keyword = new("--keyword")
    {
        HelpName = "WORD",
        Description = "The word that people comment to get it.",
    };
    private static readonly Option<string?> ResourceName = new("--resource-name")
    {
        HelpName = "NAME",
        Description = "The name of the resource.",
    };
    private static readonly Option<string?> Description = new("--description")
    {
        HelpName = "TEXT",
        Description = "A description for your own team.",
    };
    private static readonly DraftOptions Shared = new(
        "its name",
        "The page that people get, in Markdown. Default: a starter page and a draft post that offers it."
    );

    public static Command Create(Shell shell)
    {
        var command = new Command("lead-magnet", "Make a lead magnet and a draft post that offers it.")
        {
            Keyword,
            ResourceName,
            Description,
        };
        Shared.AddTo(command);
        command.SetAction(parsed => (int)Run(new NewDraft(shell, parsed, Shared)));
        return command;
    }

    private static ExitCode Run(NewDraft draft)
    {
        var page = draft.Text;
        if (page is null && draft.Client.SendDrafts)
        {
            throw new GalleyException(
                $"{draft.Client.Name} has send_drafts: true, so a starter page would be sent at the merge. "
                    + "Give your own page with --text-file."
            );
        }

        var name = draft.Typed(ResourceName)
            ?? draft.Prompt.Need(
                "Name of the resource",
                "--resource-name, such as --resource-name \"Pipeline Guide\"",
                typed => typed
            );
        var keyword = draft.Typed(Keyword) is { } given
            ? KeywordOf(given, draft.Content)
            : draft.Prompt.Need("The keyword that people comment", "--keyword, such as --keyword GUIDE", typed =>
                KeywordOf(typed, draft.Content)
            );
        var key = draft.KeyFor(Kind.LeadMagnet, KeyName.From(name) ?? "guide");

        var schemas = draft.Files.Schemas();
        var path = $"clients/{draft.Client.Slug}/lead-magnets/{key}{draft.Ending}";
        var postPath =
            $"clients/{draft.Client.Slug}/posts/{KeyName.Free(key, KeyName.Taken(draft.Content, Kind.Post))}{draft.Ending}";
        var magnet = new LeadMagnetDraft(keyword, name, page ?? StarterText.Page(name))
        {
            Description = draft.Typed(Description),
            Hint = page is null ? StarterText.LeadMagnetHint(postPath) : null,
        };
        draft.Files.Write(
            new NewFile(path, LeadMagnetFile.Write(magnet, path, schemas.LineFor(draft.Root, path, "lead-magnet")))
        );
        if (page is null)
        {
            draft.Files.Write(
                new NewFile(
                    postPath,
                    PostFile.Write(Offer(key, postPath, draft), postPath, schemas.LineFor(draft.Root, postPath, "post"))
                )
            );
        }

        return draft.Files.Finish(draft.Client.Slug, draft.Now, Describe(page is null, key));
    }

    /// <summary>The draft post that offers it.</summary>
    private static PostDraft Offer(string magnet, string path, NewDraft draft) =>
        new()
        {
            ScheduledAt = LocalTimeText.Format(draft.NextFree().At, draft.Client.Zone),
            LeadMagnet = magnet,
            Body = StarterText.Post(hasLeadMagnet: true),
            Hint = StarterText.HintFor(path),
        };

    private static string KeywordOf(string typed, ClientContent content) =>
        content.LeadMagnets.FirstOrDefault(magnet =>
            magnet.Keyword.Trim().Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)
        )
            is { } other
            ? throw new GalleyException(
                $"The lead magnet \"{other.Key}\" already has the keyword \"{typed}\" (case is ignored). Choose another keyword."
            )
            : typed.Trim();

    private static IEnumerable<string> Describe(bool isStarter, string key)
    {
        yield return isStarter
            ? "Write the page and the post that offers it. "
                + "Nothing is sent until you change the post's `status: draft` to `status: scheduled`."
            : $"It goes out with the first post that says `lead_magnet: {key}`. If no post does, it goes out at the merge.";
        yield return "Next: run `galley validate`, then commit and open a pull request.";
    }
}
