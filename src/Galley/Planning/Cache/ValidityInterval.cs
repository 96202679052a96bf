using System.Text.Json;
using Galley.Content;
using Galley.Ledger;
using Galley.Rules.Posts;
using NodaTime;

namespace Galley.Planning.Cache;

/// <summary>
/// How long what is said of a client stays so although the clock goes on. Rules and plan compare the clock with a post's time, that time
/// less the lead that it needs, the opening of its window, and the time of what is live: between two of these nothing changes.
/// </summary>
internal static class ValidityInterval
{
    /// <summary>Null when it may change at any moment: an open intent grows old, or this is one of the instants itself.</summary>
    public static Interval? Around(Instant now, ClientContent content, ClientLedger ledger, Settings settings)
    {
        if (ledger.Objects.Values.Any(ledgerObject => ledgerObject.State == ObjectState.Open))
        {
            return null;
        }

        try
        {
            return Between(now, Turns(content, ledger, settings));
        }
        catch (Exception foreign) when (foreign is JsonException or FormatException or InvalidOperationException)
        {
            // What another version wrote of its payloads: the plan need not read it, and nothing is kept of it.
            return null;
        }
    }

    private static Interval? Between(Instant now, IEnumerable<Instant> turns)
    {
        var (from, until) = (Instant.MinValue, Instant.MaxValue);
        foreach (var turn in turns)
        {
            if (turn == now)
            {
                return null;
            }

            if (turn < now)
            {
                from = Instant.Max(from, turn);
            }
            else
            {
                until = Instant.Min(until, turn);
            }
        }

        return new Interval(from, until);
    }

    private static IEnumerable<Instant> Turns(ClientContent content, ClientLedger ledger, Settings settings)
    {
        foreach (var post in content.Posts)
        {
            if (post.ScheduledAt is not { } at)
            {
                continue;
            }

            yield return at;
            yield return at - settings.Limits.MinLeadTime;
            yield return at - FarYear.Ahead;
            yield return at + FarYear.Ago;
            if ((post.SendAhead ?? content.Client?.SendAhead)?.Window is { } window)
            {
                yield return at - window;
            }
        }

        foreach (var ledgerObject in ledger.Objects.Values)
        {
            if (TimeOf(ledgerObject) is { } at)
            {
                yield return at;
            }
        }
    }

    private static Instant? TimeOf(LedgerObject ledgerObject) =>
        (ledgerObject.Baseline ?? ledgerObject.Intent?.Payload) is null ? null : new RecordedObject(ledgerObject).At;
}
