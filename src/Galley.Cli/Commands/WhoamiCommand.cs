using System.CommandLine;
using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;

namespace Galley.Cli.Commands;

/// <summary><c>galley whoami</c>: which account the key belongs to and what it may do (§ Verify Identity).</summary>
internal static class WhoamiCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command("whoami", "Say whose API key is in use and what it may do.");
        command.SetAction((parsed, _) => Run(shell, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, CommonOptions common)
    {
        using var api = new ApiClients(shell, common.Clock, common.Clients);
        var leadPanther = common.Clients is [var slug] ? api.For(slug) : api.Default();
        var identity = await leadPanther.Me(shell.Stop);
        if (common.IsJson)
        {
            Json(shell, identity, leadPanther.BaseUrl);
        }
        else
        {
            Text(shell, identity, leadPanther.BaseUrl);
        }

        return (int)ExitCode.Fine;
    }

    private static void Text(Shell shell, Identity identity, string url)
    {
        var owner = identity.Owner;
        shell.Out.WriteLine($"{owner.BusinessName ?? owner.FullName ?? "(no name)"} ({owner.UserId})");
        shell.Out.WriteLine($"  account  {owner.AccountStatus ?? "unknown"}, {identity.ActorType}");
        shell.Out.WriteLine($"  scopes   {(identity.Scopes.IsEmpty ? "none" : string.Join(", ", identity.Scopes))}");
        shell.Out.WriteLine($"  at       {url}");
    }

    private static void Json(Shell shell, Identity identity, string url) => JsonPrinter.Write(shell.Out, json =>
        {
            json.WriteStartObject();
            json.WriteString("api", url);
            json.WriteString("user_id", identity.Owner.UserId);
            json.WriteString("full_name", identity.Owner.FullName);
            json.WriteString("business_name", identity.Owner.BusinessName);
            json.WriteString("account_status", identity.Owner.AccountStatus);
            json.WriteString("actor_type", identity.ActorType);
            json.WriteString("subject_user_id", identity.SubjectUserId);
            JsonPrinter.Strings(json, "scopes", identity.Scopes);
            json.WriteEndObject();
        });
}
