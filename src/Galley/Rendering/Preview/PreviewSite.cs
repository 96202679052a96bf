using Galley.Planning;
using Galley.Rendering.Preview.Model;
using Galley.Rendering.Preview.Pages;

namespace Galley.Rendering.Preview;

/// <summary>A whole preview as a list of files: pages that work from a disk, and the pictures that they show. Pure.</summary>
public static class PreviewSite
{
    public static IEnumerable<PreviewFile> Render(PlannedRepository planned, PreviewOptions options)
    {
        var model = new PreviewModel(planned, options);
        return Calendar(model).Concat(model.Clients.SelectMany(client => Client(model, client))).Concat(Media(planned));
    }

    private static IEnumerable<PreviewFile> Calendar(PreviewModel model)
    {
        yield return Page("index.html", links => CalendarPage.Render(model, model.FirstMonth, links, isHome: true));
        foreach (var month in model.Months)
        {
            yield return Page(FolderLinks.MonthPage(month), links =>
                CalendarPage.Render(model, month, links, isHome: false)
            );
            yield return Page(FolderLinks.ListPage(month), links => ListPage.Render(model, month, links));
        }

        foreach (var monday in model.Weeks)
        {
            yield return Page(FolderLinks.WeekPage(monday), links => WeekPage.Render(model, monday, links));
        }

        foreach (var day in model.ByDay.Where(day => day.Count() > CalendarPage.MostOfADay))
        {
            yield return Page(FolderLinks.DayPage(day.Key), links => CalendarPage.OfDay(model, day.Key, links));
        }
    }

    private static IEnumerable<PreviewFile> Client(PreviewModel model, ClientView client)
    {
        for (var number = 1; number <= client.Pages; number++)
        {
            var page = number;
            yield return Page(FolderLinks.ClientPage(client, page), links =>
                ClientPage.Render(model, client, page, links)
            );
        }

        foreach (var magnet in client.LeadMagnets)
        {
            yield return Page(FolderLinks.LeadMagnetPage(magnet), links =>
                ClientPage.OfLeadMagnet(model, magnet, links)
            );
        }
    }

    /// <summary>What the posts use and the clients' own pictures, each content once.</summary>
    private static IEnumerable<PreviewFile> Media(PlannedRepository planned) =>
        from file in planned
            .Clients.SelectMany(client => client.Content.Posts)
            .SelectMany(post => post.Images.Select(image => image.File).Append(post.Document?.File))
            .Concat(planned.Clients.Select(client => client.Content.Client?.Avatar?.File))
            .OfType<Content.MediaFile>()
            .DistinctBy(file => file.Sha256)
        let path = FolderLinks.MediaPath(file)
        where path is not null
        select new PreviewFile(path, null, file);

    private static PreviewFile Page(string path, Func<Links, string> write) =>
        new(path, write(FolderLinks.From(path)), null);
}
