namespace Galley.Diagnostics.Codes;

/// <summary>GAL301 to GAL305: a <c>scheduled_at</c> that is not a clear point in time. No error is adjustable.</summary>
public static class TimeCodes
{
    public static readonly DiagnosticCode UnreadableTime = Error(
        "GAL301",
        "Time can't be read",
        "A time is a date and a time of day. Add an offset or Z when it is not in the client's time zone.",
        "scheduled_at: 15/06/2026 10am",
        "scheduled_at: 2026-06-15 10:00"
    );

    public static readonly DiagnosticCode NoSuchDay = Error(
        "GAL302",
        "No such day or time",
        "This day is not in the calendar, or this time is not on the clock.",
        "scheduled_at: 2026-02-30 10:00",
        "scheduled_at: 2026-02-28 10:00"
    );

    public static readonly DiagnosticCode Skipped = Error(
        "GAL303",
        "Time that the clocks skip",
        "On this day the clocks in the client's time zone go forward, and this time does not happen.",
        "scheduled_at: 2026-03-08 02:30   (New York)",
        "scheduled_at: 2026-03-08 03:30"
    );

    public static readonly DiagnosticCode Repeated = Error(
        "GAL304",
        "Time that the clocks repeat",
        "On this day the clocks in the client's time zone go back, and this time happens twice.",
        "scheduled_at: 2026-11-01 01:30   (New York)",
        "scheduled_at: 2026-11-01 01:30 -04:00"
    );

    private static DiagnosticCode Error(string id, string title, string meaning, string bad, string fix) =>
        new(id, Severity.Error, title, meaning, bad, fix);
}
