using Galley.Sandbox.State;

namespace Galley.Sandbox.Routes;

/// <summary>What every part of a running sandbox sees.</summary>
internal sealed class SandboxContext(SandboxOptions options, SandboxState state, CancellationToken stopping)
{
    public SandboxOptions Options => options;
    public SandboxState State => state;
    public CancellationToken Stopping => stopping;
    public RequestLog Log { get; } = new();
    public ReadLog Reads { get; } = new();
    public Faults.FaultSchedule Faults { get; } = new(options.Faults);

    /// <summary>Known once the sandbox listens.</summary>
    public Uri StorageUrl { get; set; } = new("http://127.0.0.1/");

    /// <summary>To the millisecond, as everything on the wire.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var now = options.Clock.GetUtcNow().ToUniversalTime();
            return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMillisecond));
        }
    }
}
