using Galley.Content.Documents;
using Galley.Content.Yaml;
using Galley.Markdown;
using NodaTime;

namespace Galley.Content.Fields;

internal static class PostReader
{
    public static Post Read(
        ContentDocument document,
        string key,
        DateTimeZone zone,
        MediaReader media,
        FileReport report
    )
    {
        var fields = new FieldReader(document.Root);
        return new Post
        {
            SourceMap = document.Source,
            Key = key,
            Body = document.Body,
            Status = fields.Text("status") == "scheduled" ? PostStatus.Scheduled : PostStatus.Draft,
            ScheduledAt = fields.Node("scheduled_at")
                is ScalarNode
                {
                    Kind: ScalarKind.Text or ScalarKind.Integer or ScalarKind.Number,
                    Text: not Post.NextSlot
                } time
                ? ScheduledTime.Read(time, zone, report)
                : null,
            WantsSlot = fields.Text("scheduled_at") == Post.NextSlot,
            LeadMagnet = LeadMagnet(fields),
            ThemeId = fields.Text("theme_id"),
            Labels = fields.Texts("labels"),
            Campaign = fields.Text("campaign"),
            Images = media.Images(fields),
            Document = media.Document(fields),
            Notes = fields.Text("notes"),
            Followups = FollowupsReader.Read(fields, "followups"),
            FirstComment = fields.Text("first_comment"),
            SendAhead = DurationText.ParseSendAhead(fields.Text("send_ahead")),
            Approved = fields.Code("approved"),
            MovedFrom = MovedFromField.Read(fields),
            RepeatOf = fields.Text("repeat_of"),
            TextFormat = TextFormat(fields),
        };
    }

    private static LeadMagnetReference? LeadMagnet(FieldReader fields)
    {
        if (fields.Text("lead_magnet") is { } key)
        {
            return new LeadMagnetReference(key, null);
        }

        return fields.Fields("lead_magnet")?.Text("id") is { } id ? new LeadMagnetReference(null, id) : null;
    }

    private static TextFormat? TextFormat(FieldReader fields) =>
        fields.Text("text_format") switch
        {
            "markdown" => Markdown.TextFormat.Markdown,
            "plain" => Markdown.TextFormat.Plain,
            _ => null,
        };
}
