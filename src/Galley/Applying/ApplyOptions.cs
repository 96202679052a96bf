using NodaTime;

namespace Galley.Applying;

/// <summary>The bounds of one apply.</summary>
public sealed record ApplyOptions
{
    /// <summary>API requests in flight over all clients, and so the most intents that a crash can leave in doubt.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary><c>limits.min_lead_time</c>, checked again at the instant of sending.</summary>
    public Duration MinLeadTime { get; init; } = Duration.FromMinutes(10);

    /// <summary>How long writing down what was created is tried again before the run gives up and prints it.</summary>
    public TimeSpan RecordPatience { get; init; } = TimeSpan.FromMinutes(10);
}
