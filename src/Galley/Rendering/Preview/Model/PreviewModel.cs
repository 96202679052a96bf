using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Preview.Model;

/// <summary>All that a preview shows, gathered once.</summary>
internal sealed class PreviewModel
{
    public PreviewModel(PlannedRepository planned, PreviewOptions options)
    {
        (Now, Options) = (planned.Plan.Now, options);
        // An ILookup over one client's problems keeps the work for each client in proportion to its own.
        var byClient = planned.Plan.Diagnostics.ToLookup(problem => problem.Client);
        Clients =
        [
            .. planned.Clients.Select(
                (client, index) =>
                    new ClientView(
                        client,
                        byClient[client.Content.Slug].ToLookup(problem => problem.Path),
                        planned.Plan.Now,
                        index + 1
                    )
            ),
        ];
        Problems = [.. byClient[null]];
        Months =
        [
            .. Posts
                .Select(post => post.At)
                .OfType<ZonedDateTime>()
                .Select(at => CalendarMonth.From(at.Date))
                .Append(CalendarMonth.From(Today))
                .Distinct()
                .Order(),
        ];
        Holidays = PublicHolidays.In(
            Months,
            Today,
            Clients.Where(client => !client.HasEnded).Select(client => client.Zone)
        );
        ByDay = Posts
            .Where(post => post.At is not null)
            .OrderBy(post => post.At!.Value.TimeOfDay)
            .ToLookup(post => post.At!.Value.Date);
    }

    public Instant Now { get; }
    public PreviewOptions Options { get; }
    public ImmutableArray<ClientView> Clients { get; }

    /// <summary>Of the repository as a whole.</summary>
    public ImmutableArray<Diagnostic> Problems { get; }

    /// <summary>Those that hold a post, and the present one.</summary>
    public ImmutableArray<CalendarMonth> Months { get; }

    /// <summary>The Mondays of all weeks of these months.</summary>
    public IEnumerable<LocalDate> Weeks =>
        Months.SelectMany(month => month.Days).Where(day => day.DayOfWeek == IsoDayOfWeek.Monday).Distinct().Order();

    /// <summary>By the date in each client's own zone, then by its time of day.</summary>
    public ILookup<LocalDate, PostView> ByDay { get; }

    /// <summary>Of the countries that clients are in.</summary>
    public ILookup<LocalDate, Holiday> Holidays { get; }

    public IEnumerable<PostView> Posts => Clients.SelectMany(client => client.Posts);

    /// <summary>The date where most clients are.</summary>
    public LocalDate Today =>
        Now.InZone(
            Clients.GroupBy(client => client.Zone).OrderByDescending(zone => zone.Count()).FirstOrDefault()?.Key
                ?? DateTimeZone.Utc
        ).Date;

    /// <summary>The month to open with: the present one, or the nearest that has something.</summary>
    public CalendarMonth FirstMonth
    {
        get
        {
            var present = CalendarMonth.From(Today);
            var used = Posts
                .Select(post => post.At)
                .OfType<ZonedDateTime>()
                .Select(at => CalendarMonth.From(at.Date))
                .Distinct()
                .Order()
                .ToList();
            return used.Count == 0 || used.Contains(present)
                ? present
                : used.FirstOrDefault(month => month.CompareTo(present) > 0) ?? used[^1];
        }
    }
}
