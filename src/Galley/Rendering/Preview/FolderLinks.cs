using System.Globalization;
using Galley.Content;
using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>A folder of pages that link to each other by relative paths, so that they work from a disk.</summary>
/// <param name="Up">From the page to the preview's folder: <c>../</c> for each folder in between.</param>
internal sealed record FolderLinks(string Up) : Links
{
    public static FolderLinks From(string page) =>
        new(string.Concat(Enumerable.Repeat("../", page.Count(unit => unit == '/'))));

    public static string ClientPage(ClientView client, int page) =>
        page == 1 ? $"clients/{client.Slug}/index.html" : $"clients/{client.Slug}/posts-{page}.html";

    public static string LeadMagnetPage(LeadMagnetView magnet) => $"clients/{magnet.Owner.Slug}/{magnet.Anchor}.html";

    public static string MonthPage(CalendarMonth month) => $"calendar/{month.Name}.html";

    public static string ListPage(CalendarMonth month) => $"calendar/{month.Name}-list.html";

    public static string WeekPage(LocalDate monday) => $"calendar/week-{Iso(monday)}.html";

    public static string DayPage(LocalDate date) => $"calendar/{Iso(date)}.html";

    private static string Iso(LocalDate date) => date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);

    public static string? MediaPath(MediaFile file) =>
        file.ContentType is { } type ? $"media/{file.Sha256}.{type[(type.IndexOf('/') + 1)..]}" : null;

    public override string Home => $"{Up}index.html";

    public override string Month(CalendarMonth month) => Up + MonthPage(month);

    public override string List(CalendarMonth month) => Up + ListPage(month);

    public override string Week(LocalDate monday) => Up + WeekPage(monday);

    public override string Day(LocalDate date) => Up + DayPage(date);

    public override string Client(ClientView client) => Up + ClientPage(client, 1);

    public override string Post(PostView post) => $"{Up}{ClientPage(post.Owner, post.Page)}#{post.Anchor}";

    public override string LeadMagnet(LeadMagnetView magnet) => Up + LeadMagnetPage(magnet);

    public override string? Media(MediaFile file) => MediaPath(file) is { } path ? Up + path : null;
}
