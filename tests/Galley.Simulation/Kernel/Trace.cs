using System.Globalization;
using System.Text;

namespace Galley.Simulation.Kernel;

/// <summary>All that happened, in its order: the same for the same seed, to the byte.</summary>
internal sealed class Trace
{
    private readonly StringBuilder _text = new();
    private DateTimeOffset _start;
    private Func<DateTimeOffset> _now = () => default;

    public void Begin(DateTimeOffset start, Func<DateTimeOffset> now) => (_start, _now) = (start, now);

    /// <summary>A name that is another one in each process.</summary>
    public string? Hidden { get; set; }

    public void Say(string who, string what)
    {
        what = Hidden is null ? what : what.Replace(Hidden, "ledger", StringComparison.Ordinal);
        var at = _now() - _start;
        _text.Append(
            CultureInfo.InvariantCulture,
            $"{(int)at.TotalHours:00}:{at.Minutes:00}:{at.Seconds:00}.{at.Milliseconds:000} {who}: {what}\n"
        );
    }

    public override string ToString() => _text.ToString();
}
