using System.Collections.Immutable;
using System.CommandLine;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Sandbox;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;

namespace Galley.Cli.Commands;

/// <summary><c>galley sandbox</c>: a LeadPanther on loopback, with the accounts that the content names.</summary>
internal static class SandboxCommand
{
    private static readonly Option<int?> Port = NumberOption.Create(
        "--port",
        "The port. Default: the one that the state file remembers, or any free one.",
        0,
        NumberOption.LastPort
    );
    private static readonly Option<string?> State = new("--state")
    {
        HelpName = "FILE",
        Description = "Keep what was created in this file, so that a restart finds it. Default: nothing is kept.",
    };
    private static readonly Option<string?> Accounts = new("--accounts")
    {
        HelpName = "FILE",
        Description = "Accounts and keys; docs/sandbox.md shows the form. Default: the clients of the content.",
    };
    private static readonly Option<string?> Faults = new("--faults")
    {
        HelpName = "FILE",
        Description = "What goes wrong and when; docs/sandbox.md shows the form.",
    };
    private static readonly Option<string[]> Fault = new("--fault")
    {
        HelpName = "RULE",
        Description = "One rule of such a file, as in update-post:501 or publishes. Give it again for more rules.",
    };

    public static Command Create(Shell shell)
    {
        var command = new Command(
            "sandbox",
            "Run a LeadPanther of your own on this machine, with the documented routes and checks. Nothing is really published."
        )
        {
            Port,
            State,
            Accounts,
            Faults,
            Fault,
        };
        command.SetAction((parsed, _) => Run(shell, parsed, CommonOptions.Read(parsed, shell)));
        return command;
    }

    private static async Task<int> Run(Shell shell, ParseResult parsed, CommonOptions common)
    {
        var accounts = parsed.GetValue(Accounts) is { } file
            ? SandboxAccounts.Parse(Text(shell, file, "--accounts"))
            : OfContent(shell, common);
        await using var sandbox = await SandboxServer.Start(
            new SandboxOptions
            {
                Clock = common.Clock,
                Port = parsed.GetValue(Port) ?? 0,
                StateFile = parsed.GetValue(State) is { } state ? Path.GetFullPath(state, shell.Directory) : null,
                Accounts = accounts,
                Faults = PlanOf(shell, parsed),
            },
            shell.Stop
        );
        shell.Out.WriteLine($"Listening on {sandbox.ApiUrl}");
        Welcome(shell, sandbox, accounts);
        await UntilStopped(shell.Stop);
        return (int)ExitCode.Fine;
    }

    /// <summary>The rules of the command line come first, so they win over the file's.</summary>
    private static FaultPlan PlanOf(Shell shell, ParseResult parsed)
    {
        var rules = FaultPlan.Parse(string.Join('\n', parsed.GetValue(Fault) ?? []));
        return parsed.GetValue(Faults) is { } file ? rules.And(FaultPlan.Parse(Text(shell, file, "--faults"))) : rules;
    }

    private static string Text(Shell shell, string file, string option) =>
        FileArgument.Text(shell, file, $"give {option} a file such as docs/sandbox.md shows, or leave it out");

    private static void Welcome(Shell shell, SandboxServer sandbox, SandboxAccounts accounts)
    {
        shell.Out.WriteLine($"See what it holds: {sandbox.PageUrl}");
        shell.Out.WriteLine("To publish into it:");
        shell.Out.WriteLine($"  export LEADPANTHER_API_URL={sandbox.ApiUrl}");
        shell.Out.WriteLine($"  export LEADPANTHER_API_KEY={SandboxAccounts.AgencySecret}");
        foreach (var account in accounts.Direct.Where(account => account.Label is not null))
        {
            shell.Out.WriteLine(
                $"  export {LeadPanther.Keys.ApiKeys.VariableOf(account.Label!)}={SandboxAccounts.DirectSecret(account)}"
            );
        }

        shell.Out.WriteLine("Press Ctrl-C to stop it.");
    }

    private static async Task UntilStopped(CancellationToken stop)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = stop.Register(stopped.SetResult);
        await stopped.Task;
    }

    /// <summary>Every client of the content gets an account. Lead magnets that posts name by id exist already.</summary>
    private static SandboxAccounts OfContent(Shell shell, CommonOptions common)
    {
        var contents = ClientsOf(shell, common).Where(content => content.Client is not null).ToList();
        if (contents.Count == 0)
        {
            return SandboxAccounts.Default;
        }

        return new SandboxAccounts
        {
            Clients =
            [
                .. contents
                    .Where(content => !content.Client!.Account.IsDirect)
                    .Select(content => new SandboxClient(
                        content.Client!.Account.Id,
                        content.Client.Name,
                        content.Client.Name,
                        content.Slug
                    )
                    {
                        LeadMagnets = Earlier(content),
                    }),
            ],
            Direct =
            [
                .. contents
                    .Where(content => content.Client!.Account.IsDirect)
                    .Select(content => new SandboxAccount(
                        content.Client!.Account.Id,
                        content.Client.Name,
                        content.Client.Name,
                        content.Slug
                    )
                    {
                        LeadMagnets = Earlier(content),
                    }),
            ],
        };
    }

    private static ImmutableArray<EarlierLeadMagnet> Earlier(ClientContent content) =>
        [
            .. content
                .Posts.Select(post => post.LeadMagnet?.Id)
                .OfType<string>()
                .Distinct()
                .Select(id => new EarlierLeadMagnet(id)),
        ];

    /// <summary>None where there is no content here: the sandbox then has the documentation's own example accounts.</summary>
    private static IEnumerable<ClientContent> ClientsOf(Shell shell, CommonOptions common)
    {
        if (common.Content is null && ContentRoot.TryFind(shell.Directory) is null)
        {
            return [];
        }

        var workspace = Workspace.Open(shell, common);
        return workspace.Slugs.Select(workspace.Repository.Read);
    }
}
