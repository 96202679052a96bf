using System.CommandLine;
using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Cli.Workspaces;
using Galley.LeadPanther.Keys;

namespace Galley.Cli.Commands;

/// <summary><c>galley whoami</c>: which account the key belongs to and what it may do (§ Verify Identity). Never shows the key.</summary>
internal static class WhoamiCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("whoami", "Show whose API key is in use and what it may do.");
        command.SetAction((parsed, _) => Run(shell, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, CommonOptions common)
    {
        using var api = new ApiClients(shell, common.Clock, common.Clients);
        var slug = common.Clients is [var only] ? only : null;
        var mode = api.KeyFor(slug).Mode;
        var leadPanther = slug is null ? api.Default() : api.For(slug);
        var identity = await leadPanther.Me(shell.Stop);
        new ResultPrinter(shell, common).Print(
            Describe(identity, leadPanther.BaseUrl, mode),
            CommandJson.Default.KeyOwner,
            text => Write(text, identity, leadPanther.BaseUrl, mode)
        );
        return (int)ExitCode.Fine;
    }

    private static void Write(TextWriter text, Identity identity, string url, KeyMode mode)
    {
        var owner = identity.Owner;
        text.WriteLine($"{owner.BusinessName ?? owner.FullName ?? "(no name)"} ({owner.UserId})");
        text.WriteLine($"  account  {owner.AccountStatus ?? "unknown"}, {Actor(identity.ActorType)}");
        text.WriteLine($"  key      {Describe(mode)}");
        text.WriteLine($"  scopes   {(identity.Scopes.IsEmpty ? "none" : string.Join(", ", identity.Scopes))}");
        text.WriteLine($"  at       {url}");
    }

    private static string Actor(string actorType) =>
        actorType switch
        {
            "agency" => "agency: works for its clients",
            "direct_user" => "direct account: works for itself",
            "" => "of an unknown type",
            _ => actorType,
        };

    private static string Describe(KeyMode mode) =>
        mode switch
        {
            KeyMode.Live => "live key",
            KeyMode.Test => "test key",
            KeyMode.Unknown => "does not begin with lp_live_ or lp_test_",
            _ => throw new ArgumentOutOfRangeException(nameof(mode), mode, null),
        };

    private static KeyOwner Describe(Identity identity, string url, KeyMode mode) =>
        new(
            url,
            identity.Owner.UserId,
            identity.Owner.FullName,
            identity.Owner.BusinessName,
            identity.Owner.AccountStatus,
            identity.ActorType,
            identity.SubjectUserId,
            identity.Scopes,
            mode.ToString().ToLowerInvariant()
        );
}
