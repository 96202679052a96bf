using System.Collections.Immutable;
using Galley.Ledger.Events;
using NodaTime;

namespace Galley.Ledger;

/// <summary>What one caller asks for: events for one client, all or none. The set is closed.</summary>
internal abstract record PendingWrite(string Account)
{
    /// <summary>Stamped.</summary>
    public ImmutableArray<LedgerEvent> Events { get; init; } = [];

    /// <summary>How many of the events this write added; -1 when it was refused.</summary>
    public TaskCompletionSource<int> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal const int Refused = -1;

    /// <summary>Refused where another run wrote about the account since the event that the caller saw last.</summary>
    public sealed record Conditional(string Account, string? LastSeen) : PendingWrite(Account);

    public sealed record Facts(string Account) : PendingWrite(Account);

    /// <summary>Releases an intent, if the ledger holds it.</summary>
    public sealed record Withdrawal(string Account, string IntentId) : PendingWrite(Account);

    public sealed record Binding(LedgerBinding To) : PendingWrite(To.Account);

    /// <summary>The API does not offer an operation. Says nothing about the account that it is written beside.</summary>
    public sealed record NotOffered(string Account, string Operation, Instant At) : PendingWrite(Account);
}
