using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Requests;

/// <summary>What every part of a running sandbox sees.</summary>
internal sealed class SandboxContext
{
    public required TimeProvider Clock { private get; init; }
    public required SandboxAccounts Accounts { get; init; }
    public required SandboxState State { get; init; }
    public required FaultSchedule Faults { get; init; }

    /// <summary>Waited, in real time, before each answer.</summary>
    public required TimeSpan Latency { get; init; }

    /// <summary>Longer pages are cut to this length.</summary>
    public required int MaxPageSize { get; init; }

    public required CancellationToken Stopping { get; init; }

    public RequestLog Log { get; } = new();
    public ReadLog Reads { get; } = new();

    /// <summary>Known once the sandbox listens.</summary>
    public Uri StorageUrl { get; set; } = new("http://127.0.0.1/");

    /// <summary>To the millisecond, as everything on the wire.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = Clock.GetUtcNow().ToUniversalTime();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }
}
