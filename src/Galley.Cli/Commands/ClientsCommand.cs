using System.CommandLine;
using System.Text.Json;
using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Workspaces;

namespace Galley.Cli.Commands;

/// <summary><c>galley clients</c>: the accounts that the key can work for (§ List Clients).</summary>
internal static class ClientsCommand
{
    public static Command Create(Shell shell)
    {
        var command = new Command(
            "clients",
            "List the client accounts that the API key can work for, with their grants."
        );
        command.SetAction((parsed, _) => Run(shell, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, CommonOptions common)
    {
        using var api = new ApiClients(shell, common.Clock, common.Clients);
        var leadPanther = common.Clients is [var slug] ? api.For(slug) : api.Default();
        var accounts = await leadPanther.Clients(shell.Stop).ToListAsync(shell.Stop);
        if (common.IsJson)
        {
            Json(shell, accounts);
        }
        else
        {
            Text(shell, accounts);
        }

        return (int)ExitCode.Fine;
    }

    private static void Text(Shell shell, List<ClientAccount> accounts)
    {
        foreach (var account in accounts)
        {
            var grant = account.Grant;
            shell.Out.WriteLine($"{account.BusinessName ?? account.FullName ?? "(no name)"}");
            shell.Out.WriteLine($"  client_id  {account.UserId}");
            shell.Out.WriteLine($"  account    {account.AccountStatus ?? "unknown"}");
            shell.Out.WriteLine(
                grant is null
                    ? "  grant      none"
                    : $"  grant      {grant.Status}: {string.Join(", ", grant.Permissions)}"
            );
        }

        shell.Error.WriteLine($"{Plural.Format(accounts.Count, "client account")}.");
    }

    private static void Json(Shell shell, List<ClientAccount> accounts) => JsonPrinter.Write(shell.Out, json =>
        {
            json.WriteStartObject();
            json.WriteStartArray("clients");
            foreach (var account in accounts)
            {
                Json(json, account);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        });

    private static void Json(Utf8JsonWriter json, ClientAccount account)
    {
        json.WriteStartObject();
        json.WriteString("client_id", account.UserId);
        json.WriteString("full_name", account.FullName);
        json.WriteString("business_name", account.BusinessName);
        json.WriteString("account_status", account.AccountStatus);
        json.WriteString("grant_status", account.Grant?.Status);
        JsonPrinter.Strings(json, "permissions", account.Grant?.Permissions ?? []);
        json.WriteEndObject();
    }
}
