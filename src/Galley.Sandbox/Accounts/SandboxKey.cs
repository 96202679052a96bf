using System.Collections.Immutable;

namespace Galley.Sandbox.Accounts;

/// <summary>An API key of the sandbox. It opens nothing else.</summary>
/// <param name="ActorType"><see cref="AgencyActor"/> or <see cref="DirectActor"/>.</param>
/// <param name="UserId">The account that owns the key.</param>
public sealed record SandboxKey(string Secret, string ActorType, string UserId, ImmutableArray<string> Scopes)
{
    public const string AgencyActor = "agency";

    public const string DirectActor = "direct_user";

    internal bool IsAgency => ActorType == AgencyActor;

    internal bool Has(string scope) => Scopes.Contains(scope) || Scopes.Contains("*");
}
