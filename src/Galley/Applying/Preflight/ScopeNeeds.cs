using Galley.Api;
using Galley.Applying.Media;
using Galley.Diagnostics;
using Galley.Planning;
using NodaTime;

namespace Galley.Applying.Preflight;

/// <summary>The scopes that this run's own calls need of one key, and what for.</summary>
internal static class ScopeNeeds
{
    /// <summary>What is lacking, as the beginning of a sentence; null when all is there.</summary>
    public static string? Lack(Identity identity, IReadOnlyList<PlannedClient> clients, Instant now)
    {
        string[] lacking =
        [
            .. For(clients, now).Where(need => !identity.Has(need.Scope)).Select(need => $"{need.Scope} ({need.For})"),
        ];
        return lacking.Length == 0
            ? null
            : $"The API key of {identity.Owner.BusinessName ?? identity.Owner.FullName ?? identity.Owner.UserId} "
                + $"lacks {Scope(lacking)} {string.Join(" and ", lacking)}";
    }

    private static IEnumerable<(string Scope, string For)> For(IReadOnlyList<PlannedClient> clients, Instant now)
    {
        if (clients.Any(client => !client.Content.Client!.Account.IsDirect))
        {
            yield return (Scopes.ReadClients, "to check the agency's grants");
        }

        if (
            clients.Any(client =>
                client.Media().Any(file => UploadReuse.UrlOf(client.Ledger, file.Sha256, now) is null)
            )
        )
        {
            yield return (Scopes.WriteMedia, "to upload pictures and PDFs");
        }

        foreach (var kind in ContentKind.All)
        {
            if (clients.Any(client => client.Writes().Any(action => action.Kind == kind.Kind)))
            {
                yield return (Scopes.ToCreate(kind.Kind), $"to create and change {kind.Plural}");
            }
        }
    }

    private static string Scope(string[] lacking) => lacking.Length == 1 ? "the scope" : "the scopes";
}
