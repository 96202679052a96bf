using System.CommandLine;
using Galley.Authoring;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Running;
using Galley.Cli.Workspaces;
using Galley.Content;

namespace Galley.Cli.Commands;

/// <summary><c>galley new client</c>: client.yaml, and a README for people who edit on GitHub.</summary>
internal static class NewClientCommand
{
    private static readonly Option<string?> Name = new("--name")
    {
        HelpName = "NAME",
        Description = "The client's name, for people.",
    };
    private static readonly Option<string?> ClientId = new("--client-id")
    {
        HelpName = "ID",
        Description = "Its id as `galley clients` lists it; for a client of an agency.",
    };
    private static readonly Option<string?> UserId = new("--user-id")
    {
        HelpName = "ID",
        Description = "Its own id as `galley whoami` shows it; for a direct account.",
    };
    private static readonly Option<string?> TimeZone = new("--time-zone")
    {
        HelpName = "ZONE",
        Description = "Such as America/New_York. Default: galley.yaml's.",
    };
    private static readonly Option<bool> Readme = new("--readme")
    {
        Description = "Of a client that is there: only bring its README's list of taken times up to date.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command("client", "Make a client; --client names its folder, else its name does.")
        {
            Name,
            ClientId,
            UserId,
            TimeZone,
            Readme,
        };
        command.SetAction(async (parsed, _) => (int)await Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<ExitCode> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        if (parsed.GetValue(Readme))
        {
            return await RunReadme(shell, common);
        }
        // The client is not there yet, so the workspace must not look for it.
        var workspace = Workspace.Open(shell, common with { Clients = [] });
        var prompt = new Prompt(shell, common);
        var name = parsed.GetValue(Name)
            ?? prompt.Need("The client's name", "--name, such as --name \"Northwind Traders\"");
        var slug = SlugOf(name, workspace, common, prompt);
        var account = AccountOf(parsed.GetValue(ClientId), parsed.GetValue(UserId), prompt);
        var zone = ZoneOf(parsed.GetValue(TimeZone), workspace.Repository.Settings.TimeZone, prompt);

        var root = workspace.Repository.Root;
        var files = new NewFileWriter(shell, common, root);
        var path = $"clients/{slug}/client.yaml";
        files.Write(
            new NewFile(
                path,
                ClientFile.Write(new ClientDraft(name, account, zone), files.Schemas().LineFor(root, path, "client"))
            )
        );
        var place = await WriteReadme(files, root, slug, workspace, shell.Stop);
        return files.Finish(slug, workspace.Now, Describe(slug, place));
    }

    private static async Task<GitHubLocation> WriteReadme(
        NewFileWriter files,
        string root,
        string slug,
        Workspace workspace,
        CancellationToken cancellationToken
    )
    {
        var place = await GitHubLocation.From(root, cancellationToken);
        var content = Repository.Open(root).Read(slug);
        var schedule = new Schedule(content, workspace.Repository.Settings.Limits);
        if (content.Client is { } client && !File.Exists(Path.Combine(root, ClientReadme.PathOf(slug))))
        {
            files.Write(ClientReadme.Write(client, files.Schemas(), root, place, schedule, workspace.Now));
        }

        return place;
    }

    private static async Task<ExitCode> RunReadme(Shell shell, CommonOptions common)
    {
        var workspace = Workspace.Open(shell, common);
        var (content, client) = ClientArgument.Read(workspace, common, new Prompt(shell, common));
        var root = workspace.Repository.Root;
        var files = new NewFileWriter(shell, common, root);
        var file = Path.Combine(root, ClientReadme.PathOf(client.Slug));
        if (!File.Exists(file))
        {
            await WriteReadme(files, root, client.Slug, workspace, shell.Stop);
            return files.Finish(client.Slug, workspace.Now);
        }

        var schedule = new Schedule(content, workspace.Repository.Settings.Limits);
        var text = ClientReadme.WithTimes(
            await File.ReadAllTextAsync(file, shell.Stop),
            client,
            schedule,
            workspace.Now
        )
            ?? throw new GalleyException(
                $"{ClientReadme.PathOf(client.Slug)} has no list of times any more: delete the file, and this command writes it anew."
            );
        await File.WriteAllTextAsync(file, text, shell.Stop);
        shell.Out.WriteLine($"Brought the taken times in {ClientReadme.PathOf(client.Slug)} up to date.");
        return ExitCode.Fine;
    }

    private static string SlugOf(string name, Workspace workspace, CommonOptions common, Prompt prompt)
    {
        if (common.Clients.Count > 1)
        {
            throw new GalleyException("Name one client only with --client.");
        }

        var slug = common.Clients is [var named] ? named : prompt.Ask("Its folder below clients/", KeyName.From(name));
        if (slug is null)
        {
            throw new GalleyException(
                $"\"{name}\" makes no folder name: give one with --client, in lower-case letters and digits."
            );
        }

        if (slug.Contains('/'))
        {
            throw new GalleyException(
                $"\"{slug}\" can't be a folder name: use lower-case letters, digits and hyphens."
            );
        }

        return File.Exists(Path.Combine(workspace.Repository.Root, "clients", KeyName.Checked(slug), "client.yaml"))
            ? throw new GalleyException(
                $"There is a client \"{slug}\" already: `galley new client --client {slug} --readme` brings its README up to date; another client needs another --client."
            )
            : slug;
    }

    private static Account AccountOf(string? clientId, string? userId, Prompt prompt)
    {
        if (clientId is not null && userId is not null)
        {
            throw new GalleyException(
                "Give --client-id (a client of an agency) or --user-id (a direct account), not both."
            );
        }

        if (userId is not null)
        {
            return new Account(ClientFile.CheckedId(userId, "--user-id"), IsDirect: true);
        }

        clientId ??= prompt.Need(
            "Its id, as `galley clients` lists it",
            "--client-id (or --user-id for a direct account)"
        );
        return new Account(ClientFile.CheckedId(clientId, "--client-id"), IsDirect: false);
    }

    private static string? ZoneOf(string? typed, string? shared, Prompt prompt)
    {
        typed ??= shared is null
            ? prompt.Need(
                "Its time zone, such as America/New_York",
                "--time-zone, such as --time-zone America/New_York"
            )
            : prompt.Ask("Its time zone", shared);
        return typed is null || typed == shared ? null : ClientFile.CheckedZone(typed);
    }

    private static IEnumerable<string> Describe(string slug, GitHubLocation place)
    {
        if (!place.IsKnown)
        {
            yield return $"No remote on GitHub is known: put owner and name in the place of OWNER/REPO in {ClientReadme.PathOf(slug)}.";
        }

        yield return $"Next: `galley new post --client {slug}`, then `galley validate`.";
    }
}
