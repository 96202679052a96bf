using System.Collections.Immutable;
using Galley.Api;
using Galley.Diagnostics;
using Galley.Live.Rebuilding;

namespace Galley.Cli.Output.Json;

/// <summary><c>ledger rebuild</c>.</summary>
/// <param name="LedgerId">Null where nothing was written.</param>
internal sealed record RebuiltLedger(string? LedgerId, string Ledger, ImmutableArray<RebuiltLedger.ClientPairs> Clients)
{
    public static ClientPairs From(RebuiltClient client) =>
        new(
            client.Content.Slug,
            [.. client.Pairing.Paired.Select(x => new Pair(ContentKind.For(x.Kind).Name, x.Key, x.Path, [x.There.Id]))],
            [
                .. client.Pairing.Unclear.Select(x => new Pair(
                    ContentKind.For(x.Kind).Name,
                    x.Key,
                    x.Path,
                    [.. Ids(x.There)]
                )),
            ],
            [
                .. client.Pairing.WithoutTwin.Select(x => new Alone(
                    ContentKind.For(x.Kind).Name,
                    x.Key,
                    x.Path,
                    x.IsPast,
                    x.IsDraft
                )),
            ],
            [.. client.Pairing.WithoutFile.Select(x => new Unknown(ContentKind.For(x.Kind).Name, x.Id, x.Keyword))]
        );

    private static IEnumerable<string> Ids(IEnumerable<LiveObject> objects) => objects.Select(there => there.Id);

    internal sealed record ClientPairs(
        string Slug,
        ImmutableArray<Pair> Paired,
        ImmutableArray<Pair> Unclear,
        ImmutableArray<Alone> WithoutTwin,
        ImmutableArray<Unknown> WithoutFile
    );

    internal sealed record Pair(string Kind, string Key, string Path, ImmutableArray<string> Ids);

    internal sealed record Alone(string Kind, string Key, string Path, bool Past, bool Draft);

    internal sealed record Unknown(string Kind, string Id, string? Keyword);
}
