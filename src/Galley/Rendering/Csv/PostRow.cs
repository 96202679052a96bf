using System.Collections.Immutable;
using System.Globalization;
using Galley.Content;
using Galley.Payloads;
using Galley.Reporting.Exports;
using NodaTime;

namespace Galley.Rendering.Csv;

/// <summary>A post as a row of a spreadsheet, with headers that `galley import` reads.</summary>
public sealed record PostRow(Client Client, Post Post, LeadMagnet? Magnet)
{
    public static readonly ImmutableArray<CsvColumn<PostRow>> Columns =
    [
        new("client", row => row.Client.Name),
        new("key", row => row.Post.Key),
        new("status", row => row.Post.Status == PostStatus.Scheduled ? "scheduled" : "draft"),
        new("date", row => row.Date),
        new("timezone", row => row.Client.Zone.Id),
        new("text", row => row.Text.Rendered),
        new("media", row => string.Join('\n', row.Post.Images.Select(image => image.Url ?? image.File?.Path))),
        new("first comment", row => row.Text.Followups?.Comments.FirstOrDefault()?.Text),
        new("labels", row => string.Join(", ", row.Post.Labels)),
        new("campaign", row => row.Post.Campaign),
        new("lead magnet", row => row.Post.LeadMagnet?.Key ?? row.Post.LeadMagnet?.Id),
        new("note", row => row.Post.Notes),
        new("file", row => row.Post.SourceMap.Path),
    ];

    /// <summary>A client's, by time; none of a client whose client.yaml can't be read.</summary>
    public static IEnumerable<PostRow> Of(ClientContent content) =>
        content.Client is not { } client
            ? []
            : content
                .Posts.OrderBy(post => post.ScheduledAt ?? Instant.MaxValue)
                .ThenBy(post => post.Key, StringComparer.Ordinal)
                .Select(post => new PostRow(
                    client,
                    post,
                    content.LeadMagnets.FirstOrDefault(magnet => magnet.Key == post.LeadMagnet?.Key)
                ));

    private PostText Text => new(Post, Client, Magnet);

    private string? Date =>
        Post.WantsSlot
            ? Post.NextSlot
            : Post
                .ScheduledAt?.InZone(Client.Zone)
                .LocalDateTime.ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
}
