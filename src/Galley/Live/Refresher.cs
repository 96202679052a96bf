using Galley.Applying.Looking;
using Galley.Content;
using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Ledger.Metrics;
using Galley.Planning;
using NodaTime;

namespace Galley.Live;

/// <summary>Reads what is live and writes down what only a read can tell: that an object was seen, and its figures at this time.</summary>
/// <param name="ledger">Opened for apply.</param>
public sealed class Refresher(ILedger ledger, LiveReader reader, Instant now)
{
    public async Task<LiveReport> Refresh(IEnumerable<Client> clients, CancellationToken cancellationToken)
    {
        var report = await reader.Read(ledger, clients, cancellationToken);
        foreach (var operation in report.NotOffered)
        {
            await ledger.MarkNotOffered(report.Clients[0].Client.Account, operation.Name, cancellationToken);
        }

        await Task.WhenAll(report.Clients.Select(asked => Record(asked, cancellationToken)));
        await ledger.AddMetrics(Metrics(report), cancellationToken);
        await Keep(report, cancellationToken);
        return report;
    }

    private Task Keep(LiveReport report, CancellationToken cancellationToken)
    {
        var sightings = new Sightings();
        foreach (var asked in report.Clients)
        {
            sightings.Add(asked.Client.Account, asked.Live, asked.Ledger);
        }

        return sightings.Keep(ledger, cancellationToken);
    }

    private async Task Record(ClientReadings asked, CancellationToken cancellationToken)
    {
        var (client, known) = (asked.Client, asked.Ledger);
        LedgerEvent[] seen =
        [
            .. known
                .Objects.Values.Where(ledgerObject => IsFirstSeen(asked, ledgerObject))
                .Select(ledgerObject => new Seen(client.Slug, ledgerObject.Kind, ledgerObject.Key, ledgerObject.Id!)),
        ];
        if (seen.Length > 0)
        {
            await ledger.Record(client.Account, seen, cancellationToken);
        }

        // Refused where another run wrote meanwhile: the next refresh settles it.
        LedgerEvent[] settled =
        [
            .. new InDoubtReconciler(asked.Live, client.Live, now).Events(known, client.Slug, ledger.IsInFlight),
        ];
        if (settled.Length > 0)
        {
            await ledger.TryRecord(client.Account, settled, known.LastEvent, cancellationToken);
        }
    }

    private static bool IsFirstSeen(ClientReadings asked, LedgerObject ledgerObject) =>
        ledgerObject is { State: ObjectState.Live, WasSeen: false }
        && (
            asked.Live.Object(ledgerObject.Id) is not null
            || asked.Live.For(ledgerObject.Kind, ledgerObject.Key) is LiveReading.OfPost or LiveReading.OfLeadMagnet
        );

    private Dictionary<string, IReadOnlyList<MetricsLine>> Metrics(LiveReport report) =>
        report
            .Readings.Select(found =>
                (found.Asked.Client.Account.Id, Line: Line(found.Asked, found.Known, found.Reading))
            )
            .Where(found => found.Line is not null)
            .GroupBy(found => found.Id, found => found.Line!)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<MetricsLine>)[.. group]);

    /// <summary>Null where LeadPanther gives no figures yet.</summary>
    private MetricsLine? Line(ClientReadings asked, LedgerObject ledgerObject, LiveReading reading)
    {
        var line = new MetricsLine(now, asked.Client.Slug, ledgerObject.Kind, ledgerObject.Key, ledgerObject.Id!);
        return reading switch
        {
            LiveReading.OfPost { Engagement: { MetricsAvailable: true, Metrics: { } metrics } post } => line with
            {
                Post = metrics,
                PublishedUrl = post.PublishedUrl,
            },
            LiveReading.OfLeadMagnet { Analytics.Metrics: { } metrics } => line with { LeadMagnet = metrics },
            _ => null,
        };
    }
}
