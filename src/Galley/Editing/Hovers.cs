using System.Globalization;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;
using NodaTime;

namespace Galley.Editing;

/// <summary>
/// What an editor shows for a place of a file, as Markdown: a field's meaning, both times, the text as LinkedIn shows
/// it.
/// </summary>
internal sealed class Hovers(string path, EditedFile file, ClientContent? content, Settings settings)
{
    public string? At(Position at)
    {
        var line = file.Line(at.Line);
        var cursor = file.At(at with { Column = line.Length + 1 });
        if (cursor.IsText)
        {
            return Post is { } post ? TextOf(post) : null;
        }

        if (cursor.Field is not { } field || FieldSchema.Of(path)?.Find([.. cursor.Groups, field]) is not { } schema)
        {
            return null;
        }

        var value = field switch
        {
            "scheduled_at" => Times(),
            "lead_magnet" => Magnet(),
            "body" when Post is { } post => TextOf(post),
            _ => null,
        };
        return value is null ? schema.Description : $"{schema.Description}\n\n{value}";
    }

    private Post? Post =>
        content?.Posts.FirstOrDefault(post => post.SourceMap.Path == path || post.SourceMap.BodyPath == path);

    private string? Times() =>
        Post is { ScheduledAt: { } time } && content?.Client is { } client
            ? $"**{Written(time.InZone(client.Zone))}** {client.Zone.Id}  \n**{Written(time.InUtc())}** UTC"
            : null;

    private static string Written(ZonedDateTime time) =>
        time.ToString("ddd d MMM uuuu HH:mm", CultureInfo.InvariantCulture);

    private string? Magnet() =>
        LeadMagnetOf(Post) is { } magnet ? $"**{Code(magnet.Keyword)}** {Code(magnet.ResourceName)}" : null;

    private LeadMagnet? LeadMagnetOf(Post? post) =>
        content?.LeadMagnets.FirstOrDefault(magnet => magnet.Key == post?.LeadMagnet?.Key);

    private string TextOf(Post post)
    {
        var values = LeadMagnetOf(post) is { } magnet
            ? new PlaceholderValues(magnet.Keyword, magnet.ResourceName)
            : PlaceholderValues.None;
        var text = LinkedInText.Render(post.Body, post.TextFormat ?? TextFormat.Markdown, values).Text;
        var count = string.Create(
            CultureInfo.InvariantCulture,
            $"As LinkedIn shows it: **{text.Length:N0}** of {settings.Limits.PostText:N0} characters"
        );
        return $"{count}\n\n{Fenced(text)}";
    }

    /// <summary>Content can't end its fence.</summary>
    private static string Fenced(string text)
    {
        var fence = "```";
        while (text.Contains(fence, StringComparison.Ordinal))
        {
            fence += "`";
        }

        return $"{fence}text\n{text}\n{fence}";
    }

    private static string Code(string text) => $"`{text.Replace('`', '\'')}`";
}
