using System.CommandLine;
using Galley.Authoring;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Content;
using NodaTime;

namespace Galley.Cli.Commands;

/// <summary><c>galley init DIR</c>: a new content repository that validates.</summary>
internal static class InitCommand
{
    private static readonly Argument<string> Folder = new("DIR")
    {
        Description = "The folder to make it in; . for this one.",
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
        Description = "The first client's id, as `galley clients` lists it. Default: an example's, to be replaced.",
    };
    private static readonly Option<string> TimeZone = new("--time-zone")
    {
        HelpName = "ZONE",
        Description = "Such as America/New_York.",
        DefaultValueFactory = _ => "Europe/London",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "init",
            "Make a new content repository: settings, one client with a post and a lead magnet, schemas, workflows for GitHub."
        )
        {
            Folder,
            Name,
            ClientId,
            TimeZone,
        };
        command.SetAction(parsed => (int)Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static ExitCode Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var typed = parsed.GetValue(Folder)!;
        var root = Path.GetFullPath(typed, shell.Directory);
        if (File.Exists(root))
        {
            throw new GalleyException($"{typed} is a file: name a folder to make the content in.");
        }

        if (
            File.Exists(Path.Combine(root, ContentRoot.SettingsFile))
            || Directory.Exists(Path.Combine(root, ContentRoot.ClientsFolder))
        )
        {
            throw new GalleyException(
                $"{typed} holds content already (galley.yaml or clients/): name another folder, or add to it with `galley new client`."
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
            ProductVersion.Version
        );
        Directory.CreateDirectory(root);
        var files = repository
            .Files(root, Instant.FromDateTimeOffset(common.Clock.GetUtcNow()))
            .ToLookup(file => file.TryWrite(root), file => file.Path);
        List<string> written = [.. files[true]];
        if (ToolPackage.TryPut(root) is { } package)
        {
            written.Add(package);
        }

        Say(shell, common, written, [.. files[false]]);
        if (!common.IsQuiet)
        {
            Next(shell, typed, root);
        }

        return ExitCode.Fine;
    }

    private static void Say(Shell shell, CommonOptions common, List<string> written, List<string> kept)
    {
        if (common.IsJson)
        {
            JsonPrinter.WriteObject(shell.Out, json =>
            {
                JsonPrinter.Strings(json, "written", written);
                JsonPrinter.Strings(json, "kept", kept);
            });
        }

        if (common.IsJson)
        {
            return;
        }

        foreach (var path in written)
        {
            shell.Out.WriteLine($"Wrote {path}");
        }

        foreach (var path in kept)
        {
            shell.Out.WriteLine($"Kept {path}, which was there");
        }
    }

    private static void Next(Shell shell, string folder, string root)
    {
        shell.Error.WriteLine($"Next{(folder == "." ? "" : $", in {folder}")}:");
        shell.Error.WriteLine("  galley validate       checks every file");
        shell.Error.WriteLine("  galley plan           shows what would go out");
        shell.Error.WriteLine("  galley ledger init    makes the record of what was sent, before the first apply");
        if (ToolPackage.IsMissing(root))
        {
            shell.Error.WriteLine(
                $"For GitHub's jobs put the package {ToolFiles.PackageName(ProductVersion.Version)} into {ToolFiles.PackageFolder}; Galley's docs/github.md says how."
            );
        }
        else
        {
            shell.Error.WriteLine("Galley's docs/github.md sets it up on GitHub in ten steps.");
        }
    }
}
