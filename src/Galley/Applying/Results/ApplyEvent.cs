using Galley.Diagnostics;

namespace Galley.Applying.Results;

/// <summary>What an apply says of itself while it works, for a progress bar or a log. The set is closed.</summary>
public abstract record ApplyEvent
{
    /// <summary>First of all: how much there is to do.</summary>
    public sealed record Begun(int Clients, int Creates) : ApplyEvent;

    public sealed record Sending(Kind Kind, string Client, string Key) : ApplyEvent;

    public sealed record Uploading(string Client, string File, long Size) : ApplyEvent;

    public sealed record UploadEnded(string Client, string File, bool Succeeded) : ApplyEvent;

    /// <summary>Nothing was sent, or LeadPanther asked for patience: it is tried again after the wait.</summary>
    public sealed record Retrying(Kind Kind, string Client, string Key, string Why, TimeSpan Wait) : ApplyEvent;

    /// <summary>What was created can't be written down; nothing new starts until it is.</summary>
    public sealed record LedgerBlocked(string Why) : ApplyEvent;

    /// <summary>One create or move came to its end.</summary>
    public sealed record Ended(ApplyOutcome Outcome, ApplyItem Item) : ApplyEvent;
}
