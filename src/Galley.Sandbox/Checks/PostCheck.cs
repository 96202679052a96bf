using System.Globalization;

namespace Galley.Sandbox.Checks;

/// <summary>§ Create or Schedule a Lead Magnet Post: every field of both examples, and no other.</summary>
internal static class PostCheck
{
    /// <param name="isLeadMagnet">Whether the account has a lead magnet of that id.</param>
    public static void Check(Fields post, DateTimeOffset now, Func<string, bool> isLeadMagnet)
    {
        post.Text("text");
        Time(post, post.OneOf("status", "draft", "scheduled"), now);
        post.TextOrNull("theme_id");
        if (post.TextOrNull("template_id") is { } id && !isLeadMagnet(id))
        {
            post.Refuse("template_id", $"is not a lead magnet of this account: \"{id}\"");
        }

        foreach (var image in post.Objects("images"))
        {
            Image(image);
        }

        Document(post);
        post.Text("notes", mayBeEmpty: true);
        if (post.Object("followups") is { } followups)
        {
            Followups(followups);
        }

        post.NoOthers();
    }

    private static void Time(Fields post, string? status, DateTimeOffset now)
    {
        if (post.IsNull("scheduled_at"))
        {
            if (status == "scheduled")
            {
                post.Wrong("scheduled_at", "must be a future time when status is scheduled");
            }

            return;
        }

        if (post.Text("scheduled_at") is not { } text)
        {
            return;
        }

        if (Instant(text) is not { } time)
        {
            post.Wrong("scheduled_at", $"must be an ISO datetime such as 2026-06-15T14:00:00.000Z, not \"{text}\"");
        }
        else if (status == "scheduled" && time <= now)
        {
            post.Refuse("scheduled_at", $"must be in the future, and {text} is past");
        }
    }

    /// <summary>A date, a time and an offset: without an offset it would not be one instant.</summary>
    private static DateTimeOffset? Instant(string text)
    {
        string[] forms = ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.fffK"];
        var hasOffset = text.EndsWith('Z') || (text.Length > 6 && text[^6] is '+' or '-');
        return
            hasOffset
            && DateTimeOffset.TryParseExact(
                text,
                forms,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal,
                out var time
            )
            ? time
            : null;
    }

    private static void Image(Fields image)
    {
        image.Url("url");
        image.OneOf("type", "image");
        image.NoOthers();
    }

    private static void Document(Fields post)
    {
        var none = post.IsNull("document_url");
        if (!none)
        {
            post.Url("document_url");
        }

        if (post.Text("document_type") is { } type && none && type != "image")
        {
            post.Wrong("document_type", $"must be \"image\" where document_url is null, not \"{type}\"");
        }
    }

    private static void Followups(Fields followups)
    {
        if (followups.Object("reaction") is { } reaction)
        {
            reaction.Flag("enabled");
            reaction.Whole("delay_minutes", 0);
            reaction.OneOf("reaction_type", "like");
            reaction.NoOthers();
        }

        followups.Null("repost");
        foreach (var comment in followups.Objects("comments"))
        {
            comment.Text("text");
            comment.Whole("delay_minutes", 0);
            comment.NoOthers();
        }

        followups.NoOthers();
    }
}
