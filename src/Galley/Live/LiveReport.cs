using System.Collections.Immutable;
using Galley.Api;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Ledger;
using Galley.Planning;

namespace Galley.Live;

/// <summary>A client that was asked about, as its ledger stood.</summary>
public sealed record ClientReadings(Client Client, ClientLedger Ledger, LiveState Live);

/// <summary>What the live reads gave.</summary>
/// <param name="Failures">Reads that failed in the end: nothing is concluded of their objects.</param>
public sealed record LiveReport(ImmutableArray<ClientReadings> Clients, ImmutableArray<string> Failures)
{
    /// <summary>What could not be listed, and what that means.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>Operations that this API was found not to offer.</summary>
    public ImmutableArray<ApiOperation> NotOffered { get; init; } = [];

    /// <summary>For <see cref="Planner.Live"/>.</summary>
    public LiveState For(string slug) =>
        Clients.FirstOrDefault(asked => asked.Client.Slug == slug)?.Live ?? LiveState.Unread;

    /// <summary>What still holds after an apply: nothing is concluded of what it changed.</summary>
    public LiveReport After(ApplyResult result)
    {
        var changed = result.Done.Concat(result.Failed).ToLookup(item => item.Client);
        return this with
        {
            Clients =
            [
                .. Clients.Select(asked =>
                    asked with
                    {
                        Live = changed[asked.Client.Slug]
                            .Aggregate(asked.Live, (live, item) => live.Without(item.Kind, item.Key, item.Id)),
                    }
                ),
            ],
        };
    }

    /// <summary>Every object that a read answered for.</summary>
    public IEnumerable<(ClientReadings Asked, LedgerObject Known, LiveReading Reading)> Readings =>
        from asked in Clients
        from reading in asked.Live.Readings
        orderby asked.Client.Slug, reading.Key.Kind, reading.Key.Key
        select (asked, asked.Ledger.Find(reading.Key.Kind, reading.Key.Key)!, reading.Value);
}
