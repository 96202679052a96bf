using System.CommandLine;
using Galley.Authoring;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Content;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary><c>galley init DIR</c>: makes a new content repository.</summary>
internal static class InitCommand
{
    private static readonly Argument<string> Folder = new("DIR")
    {
        Description = "The folder to make it in.",
        DefaultValueFactory = _ => ".",
    };
    private static readonly Option<string> Name = new("--name")
    {
        HelpName = "NAME",
        Description = "The first client's name.",
        DefaultValueFactory = _ => "Northwind Traders",
    };
    private static readonly Option<string?> ClientId = new("--client-id")
    {
        HelpName = "ID",
        Description = "The first client's id from `galley clients`. Default: an example id that you have to replace.",
    };
    private static readonly Option<string> TimeZone = new("--time-zone")
    {
        HelpName = "ZONE",
        Description = "The first client's time zone, such as America/New_York.",
        DefaultValueFactory = _ => "Europe/London",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "init",
            "Make a new content repository: settings, one client with a post and a lead magnet, schemas, GitHub workflows."
        )
        {
            Folder,
            Name,
            ClientId,
            TimeZone,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var typed = parsed.GetValue(Folder)!;
        var root = Path.GetFullPath(typed, shell.Directory);
        if (File.Exists(root))
        {
            throw new GalleyException($"{typed} is a file: give the name of a folder.");
        }

        if (
            File.Exists(Path.Combine(root, ContentRoot.SettingsFile))
            || Directory.Exists(Path.Combine(root, ContentRoot.ClientsFolder))
        )
        {
            throw new GalleyException(
                $"{typed} already has content (galley.yaml or clients/). Give another folder, or add a client with `galley new client`."
            );
        }

        var name = parsed.GetValue(Name)!;
        var slug = KeyName.From(name) ?? "first-client";
        var account = parsed.GetValue(ClientId) is { } id
            ? new Account(ClientFile.CheckedId(id, "--client-id"), IsDirect: false)
            : NewRepository.AccountToFillIn;
        var repository = new NewRepository(
            slug,
            new ClientDraft(name, account, ClientFile.CheckedZone(parsed.GetValue(TimeZone)!)),
            await GitHubLocation.PublishingBranch(ExistingFolder(root), shell.Stop),
            ProductRelease.File
        );
        Directory.CreateDirectory(root);
        var files = repository
            .Files(root, Instant.FromDateTimeOffset(common.Clock.GetUtcNow()))
            .ToLookup(file => file.TryWrite(root), file => file.Path);
        var result = new NewRepositoryFiles([.. files[true]], [.. files[false]]);
        new ResultPrinter(shell, common).Print(result, CommandJson.Default.NewRepositoryFiles, writer =>
            Print(writer, result)
        );
        if (!common.IsQuiet)
        {
            Next(shell, typed, account == NewRepository.AccountToFillIn ? slug : null);
        }

        return (int)ExitCode.Fine;
    }

    /// <summary>The nearest folder that is there already: its repository is the new one's.</summary>
    private static string ExistingFolder(string root)
    {
        var folder = root;
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }

    private static void Print(TextWriter writer, NewRepositoryFiles files)
    {
        foreach (var path in files.Written)
        {
            writer.WriteLine($"Wrote {path}");
        }

        foreach (var path in files.Kept)
        {
            writer.WriteLine($"Kept {path}, which already existed");
        }
    }

    /// <param name="nameless">The client whose id is still the example's; null for none.</param>
    private static void Next(Shell shell, string folder, string? nameless)
    {
        shell.Error.WriteLine($"Next{(folder == "." ? "" : $", in {folder}")}:");
        if (nameless is not null)
        {
            shell.Error.WriteLine(
                $"  Write the client's own id into clients/{nameless}/client.yaml. `galley clients` shows it."
            );
        }

        shell.Error.WriteLine("  galley validate       check every file");
        shell.Error.WriteLine("  galley plan           show what would be sent");
        shell.Error.WriteLine("  galley ledger init    make the record of what was sent, before the first apply");
        shell.Error.WriteLine("To set it up on GitHub, follow the ten steps in Galley's docs/github.md.");
        if (!ProductRelease.File.IsKnown)
        {
            shell.Error.WriteLine(
                "This galley is not of a release. Step 1 says what to write into .github/actions/install/action.yml."
            );
        }
    }
}
