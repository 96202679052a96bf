using System.Collections.Frozen;
using Galley.Content.Yaml;

namespace Galley.Content.Schemas;

/// <summary>What to write instead of a name.</summary>
/// <param name="Meant">The field that has the same value; null when the value has to change too.</param>
internal sealed record FieldHint(string? Meant, string Help);

/// <summary>Names that other tools and spreadsheets use, and what to write for them here.</summary>
internal static class FieldSynonyms
{
    /// <param name="Where">A field that is possible there, which tells a post from a client or a comment.</param>
    private sealed record Synonym(string Where, Func<string, FieldHint> Hint);

    private static readonly FrozenDictionary<string, Synonym[]> All = Table()
        .SelectMany(row => row.Names.Split(' ').Select(name => (Name: name, row.Synonym)))
        .GroupBy(row => row.Name, row => row.Synonym, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <param name="known">The fields that are possible there.</param>
    /// <returns>Null when the name is not a synonym.</returns>
    public static FieldHint? Find(Field field, ICollection<string> known)
    {
        var name = field.Name.Trim().ToLowerInvariant().Replace('-', '_').Replace(' ', '_');
        var synonym = Array.Find(All.GetValueOrDefault(name, []), one => known.Contains(one.Where));
        return synonym?.Hint(field.Value is ScalarNode scalar ? QuotedText.Short(scalar.Text) : "…");
    }

    private static Synonym Name(string field) =>
        new(field, value => new FieldHint(field, Did(field, $"{field}: {value}")));

    private static Synonym Line(string field, Func<string, string> line) =>
        new(field, value => new FieldHint(null, Did(field, line(value))));

    private static Synonym Advice(string where, Func<string, string> advice) =>
        new(where, value => new FieldHint(null, advice(value)));

    private static string Did(string field, string line) => $"Did you mean \"{field}\"? Write it like this: {line}";

    private static IEnumerable<(string Names, Synonym Synonym)> Table() =>
        [
            (
                "date datetime time publish_at publish_date publish_time schedule scheduled scheduled_for scheduled_time "
                    + "schedule_time posting_time post_at post_date when due go_live",
                Name("scheduled_at")
            ),
            (
                "image picture pictures photo photos media img asset assets visual attachments",
                Line("images", value => $"images: [{value}]")
            ),
            ("pdf carousel attachment deck", Line("document", value => $"document: {{file: {value}, type: …}}")),
            (
                "comments",
                Line("followups", value =>
                    $"followups: {{comments: [{{text: {QuotedText.From(value)}, delay_minutes: 10}}]}}"
                )
            ),
            ("comment firstcomment", Name("first_comment")),
            (
                "reaction like",
                Line("followups", _ => "followups: {reaction: {enabled: true, delay_minutes: 30, reaction_type: like}}")
            ),
            (
                "caption copy text content message post post_text post_copy",
                Advice("lead_magnet", _ =>
                    "Write the text of the post below the second --- line of a .md file, or in `body` of a .yaml file."
                )
            ),
            (
                "hashtags hashtag tags tag",
                Advice("lead_magnet", value => $"Write the hashtags at the end of the text: {value}")
            ),
            ("label categories category", Line("labels", value => $"labels: [{value}]")),
            ("link url links", Advice("lead_magnet", value => $"Write the link in the text of the post: {value}")),
            ("title headline hook", Advice("lead_magnet", _ => "Write it as the first line of the post's text.")),
            ("magnet freebie offer", Name("lead_magnet")),
            ("note internal_note internal_notes memo", Name("notes")),
            ("state stage", Name("status")),
            ("approved_by approval_code", Name("approved")),
            ("name title", Name("resource_name")),
            ("dm reply message template text", Name("text_template")),
            (
                "content page body_text",
                Advice("text_template", _ => "Write the page below the second --- line of the file.")
            ),
            ("trigger trigger_word word", Name("keyword")),
            ("delay minutes wait after delay_min delay_in_minutes", Name("delay_minutes")),
            ("comment message body caption", Name("text")),
            ("path src name filename file_name image", Name("file")),
            ("link href image_url", Name("url")),
            ("timezone tz zone", Name("time_zone")),
            ("client account account_id id", Name("client_id")),
            ("user owner_id", Name("user_id")),
            ("client_name company title", Name("name")),
        ];
}
