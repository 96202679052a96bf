using System.Text.Json.Nodes;
using Galley.Content;
using Galley.Markdown;

namespace Galley.Payloads;

/// <summary>
/// A post as it is compared and as it is sent (§ Create or Schedule a Lead Magnet Post). The canonical form holds what the
/// author wrote, before Markdown rendering and before our defaults; the body on the wire holds every documented field.
/// </summary>
public static class PostPayload
{
    /// <param name="magnet">The post's lead magnet, when it names one of the client's by key.</param>
    public static Payload For(Post post, Client client, LeadMagnet? magnet, References references)
    {
        var text = new PostText(post, client, magnet);
        return Payload.From(Authored(post, text), Wire(post, text, references));
    }

    private static JsonObject Authored(Post post, PostText text)
    {
        var fields = new JsonObject { ["body"] = text.Authored, ["status"] = StatusName(post.Status) };
        fields.AddGiven("scheduled_at", post.ScheduledAt is { } at ? UtcTime.Write(at) : null);

        if (post.LeadMagnet is { } magnet)
        {
            fields["lead_magnet"] = magnet.Key ?? (JsonNode)new JsonObject { ["id"] = magnet.Id };
        }

        fields.AddGiven("theme_id", post.ThemeId);

        if (!post.Images.IsEmpty)
        {
            fields["images"] = new JsonArray([.. post.Images.Select(image => AuthoredMedium(image.Url, image.File))]);
        }

        if (post.Document is { } document)
        {
            fields["document"] = AuthoredDocument(document);
        }

        if (text.Followups is { } followups)
        {
            fields["followups"] = AuthoredFollowups(followups);
        }

        if (post.TextFormat is { } format)
        {
            fields["text_format"] = format == TextFormat.Plain ? "plain" : "markdown";
        }

        return fields;
    }

    private static JsonObject AuthoredMedium(string? url, MediaFile? file) =>
        file is null ? new JsonObject { ["url"] = url } : new JsonObject { ["sha256"] = file.Sha256 };

    private static JsonObject AuthoredDocument(Document document)
    {
        var fields = AuthoredMedium(document.Url, document.File);
        fields.AddGiven("type", document.Type);
        return fields;
    }

    private static JsonObject AuthoredFollowups(Followups followups)
    {
        var fields = new JsonObject();
        if (followups.Reaction is { } reaction)
        {
            fields["reaction"] = AuthoredReaction(reaction);
        }

        if (!followups.Comments.IsEmpty)
        {
            fields["comments"] = new JsonArray([.. followups.Comments.Select(AuthoredComment)]);
        }

        return fields;
    }

    private static JsonObject AuthoredReaction(Reaction reaction)
    {
        var fields = new JsonObject();
        fields.AddGiven("enabled", reaction.Enabled);
        fields.AddGiven("delay_minutes", reaction.DelayMinutes);
        fields.AddGiven("reaction_type", reaction.ReactionType);
        return fields;
    }

    private static JsonObject AuthoredComment(Comment comment)
    {
        var fields = new JsonObject { ["text"] = comment.Text };
        fields.AddGiven("delay_minutes", comment.DelayMinutes);
        return fields;
    }

    /// <summary>Null while a picture, the document or the lead magnet has no URL or id yet.</summary>
    private static JsonObject? Wire(Post post, PostText text, References references)
    {
        string? UrlOf(string? url, MediaFile? file) => file is null ? url : references.PublicUrl(file.Sha256);

        var images = post.Images.Select(image => UrlOf(image.Url, image.File)).ToList();
        var documentUrl = post.Document is { } document ? UrlOf(document.Url, document.File) : null;
        var templateId = post.LeadMagnet is { } magnet ? magnet.Id ?? references.LeadMagnetId(magnet.Key!) : null;
        var isComplete =
            !images.Contains(null)
            && (post.Document is null || documentUrl is not null)
            && (post.LeadMagnet is null || templateId is not null);

        return !isComplete
            ? null
            : new JsonObject
            {
                ["text"] = text.Rendered,
                ["status"] = StatusName(post.Status),
                ["scheduled_at"] =
                    post.Status == PostStatus.Scheduled && post.ScheduledAt is { } at ? UtcTime.Write(at) : null,
                ["theme_id"] = post.ThemeId,
                ["template_id"] = templateId,
                ["images"] = new JsonArray([
                    .. images.Select(url => new JsonObject { ["url"] = url, ["type"] = "image" }),
                ]),
                ["document_url"] = documentUrl,
                ["document_type"] = post.Document?.Type ?? "image",
                ["notes"] = post.Notes ?? "",
                ["followups"] = WireFollowups(text.Followups),
            };
    }

    /// <summary>What is not asked for goes as the documentation's agency example has it: switched off, with its delay and type.</summary>
    private static JsonObject WireFollowups(Followups? followups) =>
        new()
        {
            ["reaction"] = new JsonObject
            {
                ["enabled"] = followups?.Reaction is { } reaction && (reaction.Enabled ?? true),
                ["delay_minutes"] = followups?.Reaction?.DelayMinutes ?? 30,
                ["reaction_type"] = followups?.Reaction?.ReactionType ?? "like",
            },
            ["repost"] = null,
            ["comments"] = new JsonArray([
                .. (followups?.Comments ?? []).Select(comment => new JsonObject
                {
                    ["text"] = comment.Text,
                    ["delay_minutes"] = comment.DelayMinutes ?? 60,
                }),
            ]),
        };

    private static string StatusName(PostStatus status) => status == PostStatus.Draft ? "draft" : "scheduled";
}
