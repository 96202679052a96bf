using System.Collections.Immutable;

namespace Galley.Sandbox.Accounts;

/// <summary>An API key that only the sandbox accepts.</summary>
/// <param name="ActorType"><see cref="AgencyActor"/> or <see cref="DirectActor"/>.</param>
/// <param name="UserId">The account that owns the key.</param>
public sealed record SandboxKey(string Secret, string ActorType, string UserId, ImmutableArray<string> Scopes)
{
    public const string AgencyActor = "agency";

    public const string DirectActor = "direct_user";

    internal bool IsAgency => ActorType == AgencyActor;

    internal SandboxKey Without(ImmutableArray<string> scopes) =>
        scopes.IsEmpty ? this : this with { Scopes = [.. (IsFree ? Accounts.Scopes.All : Scopes).Except(scopes)] };

    internal bool Has(string scope) => Scopes.Contains(scope) || IsFree;

    private bool IsFree => Scopes.Contains("*");
}
