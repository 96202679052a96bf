using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Pages;

/// <summary>What LeadPanther would hold, for a person to read. Every word from outside goes through <see cref="E"/>.</summary>
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
            <body>
            <h1>LeadPanther sandbox</h1>

            """
        );
        page.Append(
            CultureInfo.InvariantCulture,
            $"<p class=\"meta\">Nothing here was sent to LinkedIn or to anybody. The sandbox’s clock says {E(Time(sandbox.Now))}.</p>\n"
        );
        Violations(page, sandbox);
        page.Append(PublishedCalendar.Render(sandbox));
        foreach (var account in sandbox.Accounts.All)
        {
            Account(page, sandbox, account);
        }

        return page.Append("</body>\n</html>\n").ToString();
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
            page.Append(CultureInfo.InvariantCulture, $"<li>{E(violation.ToString())}</li>\n");
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
            $"<section>\n<h2>{E(account.FullName)}</h2>\n<p class=\"meta\">{E(account.Label)} {E(account.UserId)}</p>\n"
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
                $"<article class=\"card\" id=\"{E(anchor(item))}\">\n{render(item)}</article>\n"
            );
        }
    }

    private static string Post(SandboxPost post, SandboxContext sandbox, List<SandboxLeadMagnet> magnets)
    {
        var status = post.IsPublished(sandbox.Now) ? "published" : post.Status;
        var when = post.ScheduledAt is { } time ? Time(time) : "no time";
        var keyword = magnets.FirstOrDefault(magnet => magnet.Id == post.TemplateId)?.Keyword;
        return $"""
            <p class="meta"><span class="badge">{E(status)}</span> {E(when)}{(
                keyword is null ? "" : $" · {E(keyword)}"
            )}</p>
            <p class="text">{E(post.Text)}</p>
            {PostDetails.Render(post, sandbox)}            <p class="meta">{E(post.Id)}</p>

            """;
    }

    private static string LeadMagnet(SandboxLeadMagnet magnet) =>
        $"""
            <p><span class="badge">{E(magnet.Keyword)}</span> {E(magnet.ResourceName)}</p>
            <p class="text">{E(magnet.Body?.GetProperty("text_template").GetString())}</p>
            <p class="meta">{E(magnet.Id)}{(magnet.Body is null ? " · here from the start" : "")}</p>

            """;

    private static string Medium(SandboxMedium medium, SandboxContext sandbox)
    {
        if (!medium.ContentType.StartsWith("image/", StringComparison.Ordinal))
        {
            return $"<span class=\"meta\">{E(medium.FileName)}</span>";
        }

        return $"<img src=\"{E(PublicUrl.For(medium, sandbox.StorageUrl))}\" alt=\"{E(medium.FileName)}\" loading=\"lazy\">";
    }

    private static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("ddd d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);

    public static string E(string? text) => HtmlEncoder.Default.Encode(text ?? "");
}
