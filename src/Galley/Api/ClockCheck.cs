using System.Globalization;

namespace Galley.Api;

/// <summary>
/// Compares this machine's clock with LeadPanther's, which each answer brings (<c>Date</c>). The time decides what another run is
/// still sending and what may still be sent, so a clock that is off by more than a minute would make Galley err.
/// </summary>
public sealed class ClockCheck(TimeProvider clock)
{
    private static readonly TimeSpan Most = TimeSpan.FromMinutes(1);

    /// <summary>How long a person waits for LeadPanther's time before their word is taken without it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <summary>A sentence that refuses; null when the clocks agree, and where the answer says no time.</summary>
    /// <param name="theirs">Of an answer that came just now.</param>
    public string? WhyOff(DateTimeOffset? theirs)
    {
        var ours = clock.GetUtcNow();
        if (theirs is not { } time || (ours - time).Duration() <= Most)
        {
            return null;
        }

        var ahead = ours > time ? "ahead of" : "behind";
        return $"The clock of this machine ({Text(ours)}) is {Plural.Format((int)(ours - time).Duration().TotalMinutes, "minute")} {ahead} "
            + $"LeadPanther's ({Text(time)}). Nothing was done, because Galley could take what another run is still sending for lost. "
            + "Set the clock, best to the time of the network, then run this again.";
    }

    /// <summary>The same, of an answer that needs no key. Null, too, where LeadPanther can't be reached: then nobody can tell.</summary>
    public async Task<string?> WhyOff(ILeadPanther api, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timeout = new CancellationTokenSource(Patience, clock);
        await using var _ = timeout.Token.Register(patience.Cancel);
        try
        {
            return WhyOff((await api.Metadata(patience.Token)).ServerTime);
        }
        catch (ApiException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Text(DateTimeOffset time) =>
        time.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
