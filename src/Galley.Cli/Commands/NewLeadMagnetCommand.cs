using System.CommandLine;
using Galley.Authoring;
using Galley.Content;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley new lead-magnet</c>: with a page of the author's own, or with a starter page and the draft of a post that offers it.
/// A lead magnet has no draft state; one that only a draft offers waits with that draft, so the starter page can't go out by accident.
/// </summary>
internal static class NewLeadMagnetCommand
{
    private static readonly Option<string?> Keyword = new("--keyword") { HelpName = "WORD", Description = "The word that people comment to get it." };
    private static readonly Option<string?> ResourceName = new("--resource-name") { HelpName = "NAME", Description = "What it is called." };
    private static readonly Option<string?> Description = new("--description") { HelpName = "TEXT", Description = "What it is, for yourselves." };

    public static Command Create(Shell shell)
    {
        var command = new Command("lead-magnet", "Make a lead magnet, and the draft of a post that offers it.") { Keyword, ResourceName, Description };
        NewCommand.AddShared(command);
        command.SetAction(parsed => (int)Run(shell, parsed, Common.Of(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, Common common)
    {
        var workspace = Workspace.Open(shell, common);
        var asker = new Asker(shell, common);
        var (content, client) = OneClient.Of(workspace, common, asker);
        var page = NewCommand.TextOf(parsed, shell);
        if (page is null && client.SendDrafts)
            throw new GalleyException($"{client.Name}'s drafts are sent at the merge (send_drafts), and a starter page would go with them: give the page by --text-file.");
        var name = parsed.GetValue(ResourceName) ?? asker.Need("What is it called", "--resource-name, such as --resource-name \"Pipeline Guide\"");
        var keyword = KeywordOf(parsed.GetValue(Keyword) ?? asker.Need("The word that people comment", "--keyword, such as --keyword GUIDE"), content);
        var key = KeyOf(parsed, name, content, client, asker);

        var files = new NewFiles(shell, common, workspace.Repository.Root);
        var schemas = files.Schemas();
        var ending = parsed.GetValue(NewCommand.Yaml) ? ".yaml" : ".md";
        var path = $"clients/{client.Slug}/lead-magnets/{key}{ending}";
        var postPath = $"clients/{client.Slug}/posts/{KeyName.Free(key, KeyName.Taken(content, Kind.Post))}{ending}";
        var magnet = new LeadMagnetDraft(keyword, name, page ?? StarterText.Page(name))
        {
            Description = parsed.GetValue(Description),
            Hint = page is null ? StarterText.LeadMagnetHint(postPath) : null,
        };
        var root = workspace.Repository.Root;
        files.Write(new NewFile(path, LeadMagnetFile.Write(magnet, path, schemas.LineFor(root, path, "lead-magnet"))));
        if (page is null) files.Write(new NewFile(postPath, Post(key, postPath, schemas.LineFor(root, postPath, "post"), workspace, content, client)));
        return files.Finish(client.Slug, workspace.Now, Words(page is null, key));
    }

    private static string Post(string magnet, string path, string schemaLine, Workspace workspace, ClientContent content, Client client)
    {
        var limits = workspace.Repository.Settings.Limits;
        var free = FreeTime.Next(new Schedule(content, limits), client.Zone, limits, workspace.Now);
        var post = new PostDraft
        {
            ScheduledAt = LocalTimeText.Of(free.At, client.Zone),
            LeadMagnet = magnet,
            Body = StarterText.Post(hasLeadMagnet: true),
            Hint = StarterText.HintFor(path),
        };
        return PostFile.Write(post, path, schemaLine);
    }

    private static string KeywordOf(string typed, ClientContent content) =>
        content.LeadMagnets.FirstOrDefault(magnet => magnet.Keyword.Trim().Equals(typed.Trim(), StringComparison.OrdinalIgnoreCase)) is { } other
            ? throw new GalleyException($"The keyword \"{typed}\" is taken by \"{other.Key}\": choose another; capitals make no difference.")
            : typed.Trim();

    private static string KeyOf(ParseResult parsed, string name, ClientContent content, Client client, Asker asker)
    {
        var taken = KeyName.Taken(content, Kind.LeadMagnet);
        var suggestion = KeyName.Free(KeyName.Of(name) ?? "guide", taken);
        var key = KeyName.Checked(parsed.GetValue(NewCommand.Key) ?? asker.Ask("The file's name", suggestion)!);
        return taken.Contains(key) ? throw new GalleyException($"{client.Name} has a lead magnet \"{key}\" already: choose another --key.") : key;
    }

    private static IEnumerable<string> Words(bool isStarter, string key)
    {
        yield return isStarter
            ? "Write the page and the post that offers it. Both wait until you change the post's `status: draft` to `status: scheduled`."
            : $"It goes out with the first post that says `lead_magnet: {key}`; if none does, at the merge.";
        yield return "Next: `galley validate`, then commit it and open a pull request.";
    }
}
