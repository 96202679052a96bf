using Galley.Authoring;
using Galley.Authoring.Import.Times;
using Galley.Content.Fields;
using NodaTime;
using Snapshooter.NUnit;

namespace Galley.Tests.Authoring;

/// <summary>
/// What the three readers of times say of the same texts: the help for a file (all readings, and what is left over), a sheet (nothing that
/// is not certain) and a prompt (what people type short). They differ where their readers need it, and nowhere else.
/// </summary>
internal sealed class TimeReadersTests
{
    private static readonly string[] Texts =
    [
        "2026-06-15 10:00",
        "2026-06-15T10:00:30Z",
        "2026-06-15 10:00 +02:00",
        "2026/6/5 9:05",
        "2026.06.15 10.30",
        "15/06/2026 9am",
        "06/15/2026 9:15 PM",
        "07/08/2026 9am",
        "7/7/2026 10:00",
        "15.6.2026 10.30",
        "5.6.2026 10:30",
        "15-06-2026 10h30",
        "15/06/26 10:00",
        "31/06/2026 10:00",
        "29/02/2028 23:59",
        "15 June 2026 10:00",
        "15 Jun 2026, 10:00",
        "June 15, 2026 at 10.30",
        "June 15th 2026 noon",
        "1st of June 2026 10:00",
        "Mon 15 June 2026 10:00",
        "Monday, 15 June 2026 10:00",
        "15. Juni 2026 um 10:00 Uhr",
        "15 June 10:00",
        "tomorrow 10:00",
        "Friday 9am",
        "9:00",
        "24:00",
        "0:00",
        "12am",
        "12:30 pm",
        "13pm",
        "10",
        "10:60",
        "10:00:61",
        "2026-06-15",
        "15/06/2026",
        "2026-06-15 10:00 CET",
        "2026-06-15 10:00 UTC",
        "2026-06-15 10:00 GMT+2",
        "2026-06-15 10:00+0200",
        "Launch 15/06/2026 9am",
        "soon",
        "",
    ];

    [Test]
    public void Texts_OfAllKinds_AreReadAsEachReaderNeeds() =>
        Snapshot.Match(
            string.Concat(
                Texts.Select(text =>
                    $"{text}\n  help   {Help(text)}\n  sheet  {Sheet(text)}\n  prompt {Prompt(text)}\n"
                )
            )
        );

    private static string Help(string text) =>
        $"{string.Join(" or ", TimeGuess.Of(text))}; {TimeGuess.TimeOfDay(text)}; {string.Join(" or ", TimeGuess.Dates(text))}; "
        + $"left: {TimeGuess.Leftover(text)}";

    private static string Sheet(string text)
    {
        var moment = CellMoment.From(text);
        try
        {
            var day = DateOrder.Detect([(1, moment.Date)], typedFormat: null).Read(moment.Date);
            return $"{day?.ToString("uuuu-MM-dd", null)} {moment.Time} {moment.Offset}";
        }
        catch (GalleyException two)
        {
            return two.Message;
        }
    }

    private static string Prompt(string text) =>
        new TypedTime(
            DateTimeZoneProviders.Tzdb["Europe/London"],
            Instant.FromUtc(2026, 6, 8, 9, 0),
            new LocalDate(2026, 6, 10)
        )
            .Read(text, out var why)
            ?.ToString()
        ?? why;
}
