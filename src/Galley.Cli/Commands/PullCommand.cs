using System.CommandLine;
using Galley.Api;
using Galley.Applying.Looking;
using Galley.Authoring;
using Galley.Authoring.Pulling;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Git;
using Galley.Ledger;
using Galley.Planning;
using Galley.Resolutions;
using Galley.Rules;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary>
/// <c>galley pull</c>: LeadPanther is right. Writes what stands there into one file, or makes files for all that belongs to
/// nobody and adopts them.
/// </summary>
internal static class PullCommand
{
    private static readonly Argument<string[]> Names = new("KIND CLIENT/KEY")
    {
        Description = "post or lead-magnet, then the client's folder and the key. Without them: --client.",
        Arity = new ArgumentArity(0, 2),
    };
    private static readonly Option<bool> Published = new("--published")
    {
        Description = "With --client: also posts that are neither drafts nor scheduled.",
    };
    private static readonly Option<bool> ForPullRequest = new("--for-pull-request")
    {
        Description =
            "With --client: the files are merged later. Adopts only published posts now; the apply after the merge finds the others.",
    };
    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Show what would be written, and write nothing.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "pull",
            "Write what stands in LeadPanther into files: one post or lead magnet, or with --client all that Galley does not know yet."
        )
        {
            Names,
            Published,
            ForPullRequest,
            DryRun,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        using var api = new ApiClients(shell, common.Clock, workspace.Repository.Slugs);
        if (parsed.GetValue(Names) is not { Length: > 0 } names)
        {
            return common.Clients.Count > 0
                ? await PullClients(shell, parsed, common, workspace, api)
                : throw new GalleyException(
                    "Say what to pull: `galley pull post CLIENT/KEY` for one object, or `galley pull --client "
                        + "CLIENT` for all that Galley does not know yet."
                );
        }

        await PullOne(shell, parsed, workspace, api, Named(names));
        return (int)ExitCode.Fine;
    }

    /// <summary>Reads the names as every command for people does.</summary>
    private static ObjectResolution Named(string[] names) => ResolutionParser.Parse(["not-sent", .. names]);

    private static async Task PullOne(
        Shell shell,
        ParseResult parsed,
        Workspace workspace,
        ApiClients api,
        ObjectResolution named
    )
    {
        var content = workspace.Repository.Read(named.Slug);
        var client = content.Client
            ?? throw new GalleyException($"There is no client \"{named.Slug}\" whose client.yaml can be read.");
        var path = content.Find(named.Kind, named.Key)?.SourceMap.Path
            ?? throw new GalleyException(
                $"There is no file for {named.Name}, or it has errors. `galley validate` says which."
            );
        await using var ledger = await Open(shell, workspace, forApply: !parsed.GetValue(DryRun));
        var of = await ledger.Read(client.Account.Id, shell.Stop);
        if (of.Find(named.Kind, named.Key) is not { State: ObjectState.Live, Id: { } id })
        {
            throw new GalleyException(
                $"{named.Name} is not in LeadPanther as far as the ledger knows, so there is nothing to pull."
            );
        }

        var full = Path.Combine(workspace.Repository.Root, path);
        if (await new GitRepository(workspace.Repository.Root).HasUncommitted(full, shell.Stop))
        {
            throw new GalleyException(
                $"{path} has changes that are not committed. Commit or undo them first, then pull again."
            );
        }

        var leadPanther = api.For(client);
        ledger.Header.RequireApi(leadPanther.BaseUrl);
        var there = await leadPanther.Get(client.Account, named.Kind, id, shell.Stop)
            ?? throw new GalleyException($"LeadPanther does not have {named.Name} ({id}) any more.");
        if (!parsed.GetValue(DryRun))
        {
            await Keep(shell, ledger, client.Account, new ObjectRead(named.Kind, id, there, workspace.Now, of.Events));
        }

        var before = await File.ReadAllTextAsync(full, shell.Stop);
        var after = PulledText.Write(before, path, there, client);
        if (before == after || await IsAsTheFileSays(shell, workspace, ledger, named, there))
        {
            shell.Out.WriteLine($"{path} already says what stands in LeadPanther.");
            return;
        }

        if (!parsed.GetValue(DryRun))
        {
            await File.WriteAllTextAsync(full, after, shell.Stop);
        }

        var verb = parsed.GetValue(DryRun) ? "would say" : "now says";
        shell.Out.WriteLine($"{path} {verb} what stands in LeadPanther. Look at it with `git diff`, then commit it.");
    }

    /// <summary>So that the next plan, without an API key, knows that LeadPanther has what the file says now.</summary>
    private static async Task Keep(Shell shell, ILedger ledger, Account account, ObjectRead read)
    {
        var sightings = new Sightings();
        sightings.Add(account, read);
        try
        {
            await sightings.Keep(ledger, shell.Stop);
        }
        catch (GalleyException failure)
        {
            shell.Error.WriteLine(
                "galley: The ledger could not keep what LeadPanther shows, so until the next refresh the plan shows a change. "
                    + failure.Message
            );
        }
    }

    /// <summary>With what stands there in sight, the plan finds nothing to do: placeholders in the file stay placeholders.</summary>
    private static async Task<bool> IsAsTheFileSays(
        Shell shell,
        Workspace workspace,
        ILedger ledger,
        ObjectResolution named,
        LiveObject there
    )
    {
        var live = LiveState.Unread with { Objects = LiveState.Unread.Objects.SetItem(there.Id, there) };
        var planned = await workspace.Planner(ledger, ValidationPurpose.Plan).PlanAgain(named.Slug, live, shell.Stop);
        return planned.Plan.Actions.Any(action =>
            action.Kind == named.Kind && action.Key == named.Key && action.Type == ActionType.Unchanged
        );
    }

    private static async Task<int> PullClients(
        Shell shell,
        ParseResult parsed,
        CommonOptions common,
        Workspace workspace,
        ApiClients api
    )
    {
        var adopts = new List<Resolution>();
        var (files, leftOut) = (0, 0);
        await using (var ledger = await Open(shell, workspace))
        {
            foreach (var client in workspace.Clients())
            {
                var leadPanther = api.For(client);
                ledger.Header.RequireApi(leadPanther.BaseUrl);
                var pulled = await Files(
                    workspace,
                    ledger,
                    leadPanther,
                    client,
                    parsed.GetValue(Published),
                    shell.Stop
                );
                foreach (var file in pulled)
                {
                    leftOut += Say(shell, client, file, parsed.GetValue(DryRun));
                }

                files += pulled.Count(file => file.File is not null);
                // Until the merge, an apply on main would ask a person about them. What went out already needs no file there.
                adopts.AddRange(
                    pulled
                        .Where(file => file.File is not null)
                        .Where(file => !parsed.GetValue(ForPullRequest) || IsPublished(file.Object, workspace.Now))
                        .Select(file => new Resolution.Adopt(
                            file.Object.Kind,
                            client.Slug,
                            file.Key!,
                            file.Object.Id,
                            IsPulled: true
                        ))
                );
                if (!parsed.GetValue(DryRun))
                {
                    foreach (var file in pulled)
                    {
                        file.File?.Write(workspace.Repository.Root);
                    }
                }
            }
        }

        if (files == 0 || parsed.GetValue(DryRun))
        {
            shell.Out.WriteLine($"{Plural.Format(files, "file")} to write, {leftOut} left out. Nothing was written.");
        }
        else if (files > adopts.Count)
        {
            shell.Out.WriteLine(
                $"{Plural.Format(files, "file")} written, {leftOut} left out. The apply after the merge finds in LeadPanther what these "
                    + "files say. A draft needs a person: `galley adopt post CLIENT/KEY ID`, after the merge."
            );
        }

        return adopts.Count > 0 && !parsed.GetValue(DryRun)
            ? await Adopt(shell, common, adopts, leftOut)
            : (int)(leftOut == 0 ? ExitCode.Fine : ExitCode.PersonNeeded);
    }

    /// <summary>Lead magnets first: posts name them by their keys.</summary>
    private static async Task<List<PulledFile>> Files(
        Workspace workspace,
        ILedger ledger,
        ILeadPanther api,
        Client client,
        bool published,
        CancellationToken cancellationToken
    )
    {
        var content = workspace.Repository.Read(client.Slug);
        var known = await ledger.Read(client.Account.Id, cancellationToken);
        var claimed = known
            .Objects.Values.Select(of => of.Id)
            .OfType<string>()
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var magnets = known
            .Objects.Values.Where(of => of is { Kind: Kind.LeadMagnet, Id: not null })
            .ToDictionary(of => of.Id!, of => of.Key, StringComparer.OrdinalIgnoreCase);
        var taken = content
            .Objects.Select(file => (file.Kind, file.Key))
            .Concat(known.Objects.Values.Select(of => (of.Kind, of.Key)))
            .ToHashSet();
        var files = new List<PulledFile>();
        foreach (var kind in ContentKind.All.Select(kind => kind.Kind))
        {
            var list = await api.List(client.Account, kind, cancellationToken);
            foreach (
                var there in list.Objects.Where(there =>
                    !claimed.Contains(there.Id) && (published || !IsPublished(there, workspace.Now))
                )
            )
            {
                var file = PulledFile.From(
                    there,
                    client,
                    id => magnets.GetValueOrDefault(id),
                    (of, key) => taken.Contains((of, key)),
                    (path, schema) => SchemaLine(workspace.Repository.Root, path, schema)
                );
                if (file.Key is { } key)
                {
                    taken.Add((kind, key));
                    if (kind == Kind.LeadMagnet)
                    {
                        magnets[there.Id] = key;
                    }
                }

                files.Add(file);
            }
        }

        return files;
    }

    private static bool IsPublished(LiveObject there, Instant now) =>
        ContentKind.For(there.Kind).GoesOut
        && there.Status != "draft"
        && (there.Status != "scheduled" || there.ScheduledAt <= now);

    private static string SchemaLine(string root, string path, string schema) =>
        (SchemaFolder.Find(root) ?? SchemaFolder.In(root)).LineFor(root, path, schema);

    /// <returns>1 for what is left out.</returns>
    private static int Say(Shell shell, Client client, PulledFile file, bool isDryRun)
    {
        var name = $"{ContentKind.For(file.Object.Kind).Name} {file.Object.Id}";
        shell.Out.WriteLine(
            file.File is { } written
                ? $"{(isDryRun ? "Would write" : "Wrote")} {written.Path} from {name}."
                : $"Left out {name} of {client.Slug}: {file.WhyNot}."
        );
        return file.File is null ? 1 : 0;
    }

    /// <summary>From the files as they were written: they are what the ledger compares from now on.</summary>
    private static async Task<int> Adopt(Shell shell, CommonOptions common, List<Resolution> adopts, int leftOut)
    {
        await using var session = await ResolutionSession.Open(shell, common);
        var answers = await session.Resolver.Resolve(adopts, shell.Stop);
        foreach (var refused in answers.OfType<ResolutionResult.Rejected>())
        {
            shell.Error.WriteLine($"galley: {refused.Sentence}");
        }

        var adopted = answers.Count(answer => answer is ResolutionResult.Accepted);
        shell.Out.WriteLine(
            $"Adopted {adopted} of {Plural.Format(adopts.Count, "file")}; {leftOut} left out. Look at the files, then commit "
                + "and push them. Until an apply finds them, nothing of them is changed or deleted."
        );
        return (int)(
            adopted < adopts.Count ? ExitCode.Error
            : leftOut == 0 ? ExitCode.Fine
            : ExitCode.PersonNeeded
        );
    }

    private static Task<ILedger> Open(Shell shell, Workspace workspace, bool forApply = false) =>
        LedgerFactory.Open(
            workspace.LedgerUri,
            workspace.Repository.Root,
            workspace.LedgerOptions(forApply),
            shell.Stop
        );
}
