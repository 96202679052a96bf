using System.Collections.Immutable;
using Galley.Content.Yaml;
using Galley.Diagnostics.Codes;
using NodaTime;
using NodaTime.Text;

namespace Galley.Content.Fields;

/// <summary>Reads <c>slots:</c> and <c>blackout:</c>. What has a wrong form reads as absent: the schema reports it.</summary>
internal static class SlotFields
{
    private const string Between = "..";
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    /// <summary>In the order of the week.</summary>
    public static ImmutableArray<WeeklySlot> Slots(FieldReader fields) =>
        [
            .. fields
                .Texts("slots")
                .Select(Slot)
                .OfType<WeeklySlot>()
                .Distinct()
                .OrderBy(slot => slot.Day)
                .ThenBy(slot => slot.Time),
        ];

    public static ImmutableArray<Blackout> Blackout(FieldReader fields, FileReport report) =>
        [.. fields.List("blackout").OfType<ScalarNode>().Select(node => Blackout(node, report)).OfType<Blackout>()];

    private static WeeklySlot? Slot(string text) =>
        text.Split(' ') is [var name, var time]
        && Enum.GetValues<IsoDayOfWeek>()
            .FirstOrDefault(day => name.Length == 3 && day.ToString().StartsWith(name, StringComparison.Ordinal))
            is not IsoDayOfWeek.None
                and var day
        && Clock.Parse(time).TryGetValue(default, out var clock)
            ? new WeeklySlot(day, clock)
            : null;

    private static Blackout? Blackout(ScalarNode node, FileReport report)
    {
        if (node.Text == "weekends")
        {
            return new Blackout(node.Text, null);
        }

        var ends = node.Text.Split(Between);
        if (ends.Length > 2 || !ends.All(HasForm))
        {
            return null;
        }

        if (DayOf(ends[0]) is { } first && DayOf(ends[^1]) is { } last && first <= last)
        {
            return new Blackout(node.Text, new DateInterval(first, last));
        }

        report.Add(
            SettingsCodes.NoSuchDays,
            node.At,
            $"`{node.Text}` is no range of days: a day does not exist, or the last day comes before the first.",
            "Write the first and the last day, such as 2026-12-24..2026-12-26."
        );
        return null;
    }

    private static bool HasForm(string text) => text.Length == 10 && text[4] == '-' && text[7] == '-';

    private static LocalDate? DayOf(string text) =>
        LocalDatePattern.Iso.Parse(text).TryGetValue(default, out var day) ? day : null;
}
