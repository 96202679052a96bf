using NodaTime;
using NodaTime.Text;

namespace Galley.Payloads;

/// <summary>An instant as the API and all our files write it: <c>2026-06-15T14:00:00.000Z</c>.</summary>
public static class UtcTime
{
    private static readonly InstantPattern Pattern = InstantPattern.CreateWithInvariantCulture(
        "uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fff'Z'"
    );

    public static string Write(Instant instant) => Pattern.Format(instant);

    public static Instant? Parse(string text) =>
        InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var instant } ? instant : null;
}
