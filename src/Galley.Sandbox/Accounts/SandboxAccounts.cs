using System.Collections.Immutable;
using System.Text.Json;

namespace Galley.Sandbox.Accounts;

/// <summary>The accounts of this LeadPanther, and their keys.</summary>
public sealed record SandboxAccounts
{
    public const string AgencySecret = "lp_sandbox_agency";

    /// <summary>One agency, one client and one direct account, with ids in the style of the documentation's examples.</summary>
    public static SandboxAccounts Default { get; } =
        new()
        {
            Clients = [new SandboxClient("00000000-0000-4000-8000-000000000001", "Client A")],
            Direct = [new SandboxAccount("00000000-0000-4000-8000-000000000010", "Direct User", Label: "user")],
        };

    public SandboxAccount Agency { get; init; } = new("00000000-0000-4000-8000-0000000000a0", "Sandbox Agency");
    public ImmutableArray<SandboxClient> Clients { get; init; } = [];
    public ImmutableArray<SandboxAccount> Direct { get; init; } = [];

    /// <summary>
    /// Empty: <see cref="AgencySecret"/> and, for each direct account, <see cref="DirectSecret"/>, with every scope that they
    /// can use.
    /// </summary>
    public ImmutableArray<SandboxKey> Keys { get; init; } = [];

    /// <summary><c>lp_sandbox_direct_</c> and the account's label.</summary>
    public static string DirectSecret(SandboxAccount account) => $"lp_sandbox_direct_{account.Label ?? account.UserId}";

    /// <summary>Reads the JSON form that docs/sandbox.md describes.</summary>
    public static SandboxAccounts Parse(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<SandboxAccounts>(json, Responses.Wire.Strict) ?? Default;
        }
        catch (JsonException wrong)
        {
            throw new GalleyException(
                $"The sandbox's accounts can't be read: {wrong.Message} docs/sandbox.md shows the form.",
                inner: wrong
            );
        }
    }

    internal ImmutableArray<SandboxKey> EffectiveKeys => Keys.IsDefaultOrEmpty ? DefaultKeys() : Keys;

    internal IEnumerable<SandboxAccount> All => [Agency, .. Clients.Select(client => client.Account), .. Direct];

    private ImmutableArray<SandboxKey> DefaultKeys() =>
        [
            new SandboxKey(AgencySecret, SandboxKey.AgencyActor, Agency.UserId, Scopes.All),
            .. Direct.Select(account => new SandboxKey(
                DirectSecret(account),
                SandboxKey.DirectActor,
                account.UserId,
                Scopes.All.Remove(Scopes.ClientsRead)
            )),
        ];
}
