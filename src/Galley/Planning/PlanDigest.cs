using System.Security.Cryptography;
using System.Text;
using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>Digests say "the same payloads, to the same ends": two people who see the same one look at the same plan.</summary>
internal static class PlanDigest
{
    public static string Compute(IEnumerable<PlanAction> actions) =>
        // What was taken out is known only with a base: the same plan has the same digest without one.
        Hash(
            actions
                .Where(action => action.Type != ActionType.Cancel)
                .Select(action =>
                    $"{ActionTable.For(action.Type).Name} {ContentKind.For(action.Kind).Name} {action.Key} {action.PayloadSha256}"
                )
        );

    public static string Compute(IEnumerable<ClientPlan> clients) =>
        Hash(
            clients
                .Where(client => !client.IsGone || client.Actions.Any(action => action.Type != ActionType.Cancel))
                .Select(client => $"{client.Slug} {client.Digest}")
        );

    private static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
