using System.CommandLine;
using Galley.Api;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
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
        new ResultPrinter(shell, common).Print(
            new ClientAccounts([.. accounts.Select(Describe)]),
            CommandJson.Default.ClientAccounts,
            text => Write(text, shell.Error, accounts)
        );
        return (int)ExitCode.Fine;
    }

    private static void Write(TextWriter text, TextWriter error, List<ClientAccount> accounts)
    {
        foreach (var account in accounts)
        {
            var grant = account.Grant;
            text.WriteLine($"{account.BusinessName ?? account.FullName ?? "(no name)"}");
            text.WriteLine($"  client_id  {account.UserId}");
            text.WriteLine($"  account    {account.AccountStatus ?? "unknown"}");
            text.WriteLine(
                grant is null
                    ? "  grant      none"
                    : $"  grant      {grant.Status}: {string.Join(", ", grant.Permissions)}"
            );
        }

        error.WriteLine($"{Plural.Format(accounts.Count, "client account")}.");
    }

    private static ClientAccounts.Account Describe(ClientAccount account) =>
        new(
            account.UserId,
            account.FullName,
            account.BusinessName,
            account.AccountStatus,
            account.Grant?.Status,
            account.Grant?.Permissions ?? []
        );
}
