using NodaTime;

namespace Galley.Reporting.Exports;

/// <summary>A field's value as the answer to a question; a field that the API left out answers nothing.</summary>
internal static class FacetValue
{
    public static IEnumerable<string> For(string? text) => string.IsNullOrEmpty(text) ? [] : [text];

    public static IEnumerable<string> For(bool? flag) =>
        flag switch
        {
            true => ["yes"],
            false => ["no"],
            null => [],
        };

    /// <summary>2026-06, in UTC.</summary>
    public static IEnumerable<string> Month(Instant? at) =>
        at is { } known ? [LocalTimes.IsoMonth(known.InUtc().Date)] : [];
}
