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
        Description = "The client's name.",
    };
    private static readonly Option<string?> ClientId = new("--client-id")
    {
        HelpName = "ID",
        Description = "The client's id from `galley clients`, for a client of an agency.",
    };
    private static readonly Option<string?> UserId = new("--user-id")
    {
        HelpName = "ID",
        Description = "The account's id from `galley whoami`, for a direct account.",
    };
    private static readonly Option<string?> TimeZone = new("--time-zone")
    {
        HelpName = "ZONE",
        Description = "Such as America/New_York. Default: the time zone in galley.yaml.",
    };
    private static readonly Option<bool> Readme = new("--readme")
    {
        Description = "For an existing client: only update the list of taken times in its README.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "client",
            "Make a client. --client is the name of its folder; default: made from its name."
        )
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

        // The client does not exist yet, so the workspace must not look for it.
        var workspace = Workspace.Open(shell, common with { Clients = [] });
        var prompt = new Prompt(shell, common);
        var name = parsed.GetValue(Name)
            ?? prompt.Need("The client's name", "--name, such as --name \"Northwind Traders\"", typed => typed);
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
                $"{ClientReadme.PathOf(client.Slug)} has no list of taken times. "
                    + "Delete the file, and run this command again to write a new one."
            );
        await File.WriteAllTextAsync(file, text, shell.Stop);
        shell.Out.WriteLine($"Updated the taken times in {ClientReadme.PathOf(client.Slug)}");
        return ExitCode.Fine;
    }

    private static string SlugOf(string name, Workspace workspace, CommonOptions common, Prompt prompt)
    {
        if (common.Clients.Count > 1)
        {
            throw new GalleyException("Give --client only once.");
        }

        if (common.Clients is [var named])
        {
            return Free(named);
        }

        return KeyName.From(name) is { } suggestion
            ? prompt.Ask("Folder name in clients/", suggestion, Free)
            : prompt.Need("Folder name in clients/", "--client, in lower-case letters and digits", Free);

        string Free(string slug) => Checked(slug, workspace.Repository.Root);
    }

    private static string Checked(string slug, string root)
    {
        if (slug.Contains('/'))
        {
            throw new GalleyException(
                $"\"{slug}\" can't be a folder name. Use lower-case letters, digits and hyphens."
            );
        }

        return File.Exists(Path.Combine(root, "clients", KeyName.Checked(slug), "client.yaml"))
            ? throw new GalleyException(
                $"The client \"{slug}\" already exists. To update its README, run `galley new client --client {slug} --readme`. "
                    + "For another client, choose another folder name."
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

        return clientId is not null
            ? AgencyClient(clientId)
            : prompt.Need(
                "The client's id from `galley clients`",
                "--client-id (or --user-id for a direct account)",
                AgencyClient
            );
    }

    private static Account AgencyClient(string id) => new(ClientFile.CheckedId(id, "--client-id"), IsDirect: false);

    private static string? ZoneOf(string? typed, string? shared, Prompt prompt)
    {
        var zone =
            typed is not null ? ClientFile.CheckedZone(typed)
            : shared is not null ? prompt.Ask("Time zone", shared, ClientFile.CheckedZone)
            : prompt.Need(
                "Time zone, such as America/New_York",
                "--time-zone, such as --time-zone America/New_York",
                ClientFile.CheckedZone
            );
        return zone == shared ? null : zone;
    }

    private static IEnumerable<string> Describe(string slug, GitHubLocation place)
    {
        if (!place.IsKnown)
        {
            yield return "This repository has no remote on GitHub. "
                + $"Replace OWNER/REPO in {ClientReadme.PathOf(slug)} with its owner and name.";
        }

        yield return $"Next: run `galley new post --client {slug}`, then `galley validate`.";
    }
}
