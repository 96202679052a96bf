using System.Text;
using Galley.Content;
using Galley.Markdown;

namespace Galley.Authoring;

/// <summary>Writes a post as a file: Markdown with front matter, or YAML.</summary>
public static class PostFile
{
    /// <param name="path">Its extension, .md or .yaml, decides the form.</param>
    /// <param name="schemaLine">The first line of the fields; it names the schema.</param>
    public static string Write(PostDraft post, string path, string schemaLine)
    {
        var fields = new StringBuilder().Append(schemaLine).Append('\n');
        if (post.Hint is { } hint)
        {
            fields.Append("# ").Append(hint).Append('\n');
        }

        fields.Append(post.Status == PostStatus.Scheduled ? "status: scheduled\n" : "status: draft\n");
        if (post.ScheduledAt is { } time)
        {
            fields.Append("scheduled_at: ").Append(YamlScalar.Quote(time)).Append('\n');
        }

        if (post.LeadMagnet is { } key)
        {
            fields.Append("lead_magnet: ").Append(YamlScalar.Quote(key)).Append('\n');
        }

        if (post.TextFormat is { } format)
        {
            fields.Append("text_format: ").Append(format == TextFormat.Plain ? "plain" : "markdown").Append('\n');
        }

        if (!post.Labels.IsEmpty)
        {
            fields.Append($"labels: [{string.Join(", ", post.Labels.Select(YamlScalar.Quote))}]\n");
        }

        if (post.Campaign is { } campaign)
        {
            fields.Append("campaign: ").Append(YamlScalar.Quote(campaign)).Append('\n');
        }

        Images(post, fields);
        if (post.FirstComment is { } comment)
        {
            fields.Append("first_comment: ").Append(YamlScalar.Quote(comment)).Append('\n');
        }

        if (post.Followups is { } followups)
        {
            Followups(followups, fields);
        }

        if (post.Notes is { } notes)
        {
            fields.Append("notes: ").Append(YamlScalar.Quote(notes)).Append('\n');
        }

        return BodyForm.Write(fields.ToString(), post.Body, path);
    }

    private static void Images(PostDraft post, StringBuilder fields)
    {
        if (post.Images.IsEmpty)
        {
            return;
        }

        fields.Append("images:\n");
        foreach (var image in post.Images)
        {
            fields
                .Append("  - ")
                .Append(image.IsUrl ? $"{{url: {YamlScalar.Quoted(image.Name)}}}" : YamlScalar.Quote(image.Name))
                .Append('\n');
        }
    }

    private static void Followups(Followups followups, StringBuilder fields)
    {
        fields.Append("followups:\n");
        if (followups.Reaction is { } reaction)
        {
            fields.Append("  reaction: {").Append(string.Join(", ", Parts(reaction))).Append("}\n");
        }

        if (followups.Comments.IsEmpty)
        {
            return;
        }

        fields.Append("  comments:\n");
        foreach (var comment in followups.Comments)
        {
            fields.Append("    - text: ").Append(YamlScalar.Quote(comment.Text)).Append('\n');
            if (comment.DelayMinutes is { } minutes)
            {
                fields.Append("      delay_minutes: ").Append(minutes).Append('\n');
            }
        }
    }

    private static IEnumerable<string> Parts(Reaction reaction)
    {
        if (reaction.Enabled is { } enabled)
        {
            yield return $"enabled: {(enabled ? "true" : "false")}";
        }

        if (reaction.DelayMinutes is { } minutes)
        {
            yield return $"delay_minutes: {minutes}";
        }

        if (reaction.ReactionType is { } type)
        {
            yield return $"reaction_type: {YamlScalar.Quote(type)}";
        }
    }
}
