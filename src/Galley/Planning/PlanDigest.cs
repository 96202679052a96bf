using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>Digests say "the same payloads, to the same ends": two people who see the same one look at the same plan.</summary>
internal static class PlanDigest
{
    /// <returns>Lower-case hex SHA-256.</returns>
    public static string Of(ClientPlan client) =>
        // What was taken out is known only with a base: the same plan has the same digest without one.
        Hash(
            client
                .Actions.Where(action => action.Type != ActionType.Cancel)
                .Select(action =>
                    $"{ActionTable.For(action.Type).Name} {ContentKind.For(action.Kind).Name} {action.Key} {action.PayloadSha256}"
                )
        );

    /// <summary>Over all clients.</summary>
    /// <param name="digests">Each client's own.</param>
    public static string Of(ImmutableArray<ClientPlan> clients, ImmutableArray<string> digests) =>
        Hash(
            clients
                .Zip(digests)
                .Where(of => !of.First.IsGone || of.First.Actions.Any(action => action.Type != ActionType.Cancel))
                .Select(of => $"{of.First.Slug} {of.Second}")
        );

    private static string Hash(IEnumerable<string> lines) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', lines))));
}
