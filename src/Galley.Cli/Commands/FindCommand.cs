using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Rendering;
using Galley.Resolutions;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley find CLIENT</c>: ids that leads or activity show and that are not in the ledger. Prints nothing about
/// people.
/// </summary>
internal static class FindCommand
{
    private static readonly Argument<string> Slug = new("CLIENT") { Description = "The client's folder." };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "find",
            "Look in a client's leads and activity for posts and lead magnets that are not in the ledger."
        )
        {
            Slug,
        };
        command.SetAction((parsed, _) => Run(shell, parsed.GetRequiredValue(Slug), CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, string slug, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var content = workspace.Repository.Read(slug);
        if (content.Client is not { } client)
        {
            throw new GalleyException($"clients/{slug}/client.yaml can't be read. Run `galley validate` to see why.");
        }

        using var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        await using var ledger = await LedgerFactory.Open(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(),
            shell.Stop
        );
        var leadPanther = api.For(client);
        ledger.Header.RequireApi(leadPanther.BaseUrl);
        var found = await UntrackedFinder.Find(
            content,
            await ledger.Read(client.Account.Id, shell.Stop),
            leadPanther,
            shell.Stop
        );
        new ResultPrinter(shell, common).Print(
            new FoundObjects([.. found.Select(Describe)]),
            CommandJson.Default.FoundObjects,
            text => Write(text, client, found)
        );
        return (int)ExitCode.Fine;
    }

    private static void Write(TextWriter text, Client client, IReadOnlyList<UntrackedObject> found)
    {
        foreach (var id in found)
        {
            var keyword = id.Keyword is null ? "" : $"keyword {VisibleText.From(id.Keyword)}, ";
            text.WriteLine(
                $"{ContentKind.For(id.Kind).Name} {VisibleText.From(id.Id)}  ({keyword}{Plural.Format(id.Traces, "trace")})"
            );
            foreach (var line in id.Lines)
            {
                text.WriteLine($"    {VisibleText.From(line)}");
            }
        }

        text.WriteLine(
            found.Count == 0
                ? $"The leads and activity of {client.Name} show nothing that is missing in the ledger."
                : "Look at each in LeadPanther before you link it to a file."
        );
    }

    private static FoundObjects.FoundObject Describe(UntrackedObject found) =>
        new(ContentKind.For(found.Kind).Name, found.Id, found.Keyword, found.Traces, found.Lines);
}
