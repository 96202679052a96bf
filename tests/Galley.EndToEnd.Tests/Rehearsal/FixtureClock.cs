using System.Globalization;

namespace Galley.EndToEnd.Tests.Rehearsal;

/// <summary>Stands still until somebody moves it on: one time for LeadPanther and every job.</summary>
internal sealed class FixtureClock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 6, 8, 9, 0, 0, TimeSpan.Zero);

    public string Text => _now.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public override DateTimeOffset GetUtcNow() => _now;

    public void MoveOn(TimeSpan by) => _now += by;
}
