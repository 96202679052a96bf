using Galley.Api;
using Galley.Applying.Results;
using Galley.Content;
using Galley.Ledger;
using Galley.Planning;

namespace Galley.Applying;

/// <summary>What a publisher works with: its doors to the outside, each of which a test can replace.</summary>
public sealed record ApplyDependencies
{
    /// <summary>Opened for apply.</summary>
    public required ILedger Ledger { get; init; }

    /// <summary>A client's API, with its key. One instance for each key: identity is checked once for each.</summary>
    public required Func<Client, ILeadPanther> ApiFor { get; init; }

    /// <summary>Plans a client again, from the same content, the ledger as it is now, and what was read in LeadPanther.</summary>
    public required Func<string, LiveState, CancellationToken, Task<PlannedClient>> Replan { get; init; }

    /// <summary>What was read of a client in this run already: then it is not read again.</summary>
    public Func<string, LiveState> Live { get; init; } = _ => LiveState.Unread;

    /// <summary>Why the commit that the content is from is not the one to apply to this ledger of a client; null when it is.</summary>
    public Func<ClientLedger, CancellationToken, Task<string?>> WhyOutdated { get; init; } =
        static (_, _) => Task.FromResult<string?>(null);

    /// <summary>Opens a media file's bytes.</summary>
    public required Func<MediaFile, Stream> Open { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>Null where the clock is a made-up one, which nothing is compared with.</summary>
    public ClockCheck? ClockCheck { get; init; }

    /// <summary>Between 0 and 1: what back-off is jittered with.</summary>
    public required Func<double> Random { get; init; }

    public IProgress<ApplyEvent>? Progress { get; init; }
}
