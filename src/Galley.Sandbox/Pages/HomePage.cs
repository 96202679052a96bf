using System.Globalization;
using System.Text;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Pages;

/// <summary>What LeadPanther would hold, for a person to read and to change.</summary>
internal static class HomePage
{
    public static string Render(SandboxContext sandbox)
    {
        var page = new StringBuilder(
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>LeadPanther sandbox</title>
            <link rel="stylesheet" href="/sandbox/page.css">
            </head>
            <body><main>
            <h1>LeadPanther sandbox</h1>

            """
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"meta\">Nothing here was sent to LinkedIn or to anybody. The sandbox’s clock says {Html.Time(sandbox.Now)}.</p>\n"
        );
        Violations(page, sandbox);
        page.Append(EditForms.New([.. sandbox.Accounts.All.Skip(1)]));
        page.Append(PublishedCalendar.Render(sandbox));
        foreach (var account in sandbox.Accounts.All)
        {
            Account(page, sandbox, account);
        }

        return page.Append("</main></body>\n</html>\n").ToString();
    }

    private static void Violations(StringBuilder page, SandboxContext sandbox)
    {
        var violations = sandbox.Log.Violations;
        if (violations.IsEmpty)
        {
            return;
        }

        page.Append("<div class=\"card alarm\"><h3>Against the API’s documentation</h3>\n<ul>\n");
        foreach (var violation in violations)
        {
            page.Append(CultureInfo.InvariantCulture, $"<li>{Html.Escape(violation.ToString())}</li>\n");
        }

        page.Append("</ul></div>\n");
    }

    private static void Account(StringBuilder page, SandboxContext sandbox, SandboxAccount account)
    {
        var posts = sandbox
            .State.PostsOf(account.UserId)
            .OrderBy(post => post.ScheduledAt ?? DateTimeOffset.MaxValue)
            .ToList();
        var magnets = sandbox.State.LeadMagnets.Where(magnet => magnet.UserId == account.UserId).ToList();
        var media = sandbox
            .State.Media.Where(medium => medium.UserId == account.UserId && medium.Bytes is not null)
            .ToList();
        if (posts.Count + magnets.Count + media.Count == 0)
        {
            return;
        }

        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            <section>
            <h2>{Html.Escape(account.FullName)}</h2>
            <p class="meta">{Html.Escape(account.Label)} {Html.Escape(account.UserId)}</p>

            """
        );
        Section(page, "Posts", posts, post => Post(post, sandbox, magnets), PublishedCalendar.Anchor);
        Section(page, "Lead magnets", magnets, magnet => LeadMagnet(magnet), magnet => $"lead-magnet-{magnet.Id}");
        if (media.Count > 0)
        {
            page.Append("<h3>Media</h3>\n<div class=\"media\">\n")
                .AppendJoin('\n', media.Select(medium => Medium(medium, sandbox)))
                .Append("\n</div>\n");
        }

        page.Append("</section>\n");
    }

    private static void Section<T>(
        StringBuilder page,
        string title,
        List<T> items,
        Func<T, string> render,
        Func<T, string> anchor
    )
    {
        if (items.Count == 0)
        {
            return;
        }

        page.Append(CultureInfo.InvariantCulture, $"<h3>{title}: {items.Count}</h3>\n");
        foreach (var item in items)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"<article class=\"card\" id=\"{Html.Escape(anchor(item))}\">\n{render(item)}</article>\n"
            );
        }
    }

    private static string Post(SandboxPost post, SandboxContext sandbox, List<SandboxLeadMagnet> magnets)
    {
        var status = post.IsPublished(sandbox.Now) ? "published" : post.Status;
        var when = post.ScheduledAt is { } time ? Html.Time(time) : "no time";
        var keyword = magnets.FirstOrDefault(magnet => magnet.Id == post.TemplateId)?.Keyword;
        return $"""
            <p class="meta"><span class="badge">{Html.Escape(status)}</span> {when}{(
                keyword is null ? "" : $" · {Html.Escape(keyword)}"
            )}</p>
            <p class="text">{Html.Escape(post.Text)}</p>
            {PostDetails.Render(post, sandbox)}            <p class="meta">{Html.Escape(post.Id)}</p>
            {EditForms.For(post)}
            """;
    }

    private static string LeadMagnet(SandboxLeadMagnet magnet) =>
        $"""
            <p><span class="badge">{Html.Escape(magnet.Keyword)}</span> {Html.Escape(magnet.ResourceName)}</p>
            <p class="text">{Html.Escape(magnet.TextTemplate)}</p>
            <p class="meta">{Html.Escape(magnet.Id)}{(magnet.Body is null ? " · here from the start" : "")}</p>
            {EditForms.For(magnet)}
            """;

    private static string Medium(SandboxMedium medium, SandboxContext sandbox)
    {
        if (!medium.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            return $"<span class=\"meta\">{Html.Escape(medium.FileName)}</span>";
        }

        var url = Html.Escape(PublicUrl.For(medium, sandbox.StorageUrl));
        return $"<img src=\"{url}\" alt=\"{Html.Escape(medium.FileName)}\" loading=\"lazy\">";
    }
}
