using System.Collections.Immutable;

namespace Galley.Cli.Output.Json;

/// <summary><c>clients</c>.</summary>
internal sealed record ClientAccounts(ImmutableArray<ClientAccounts.Account> Clients)
{
    internal sealed record Account(
        string ClientId,
        string? FullName,
        string? BusinessName,
        string? AccountStatus,
        string? GrantStatus,
        ImmutableArray<string> Permissions
    );
}
