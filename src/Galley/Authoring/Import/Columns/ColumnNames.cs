using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Galley.Authoring.Import.Columns;

/// <summary>
/// What people and other tools call their columns. Only a "first comment" is published as a comment, and only "hashtags" as
/// hashtags: comments and tags are mostly a team's own.
/// </summary>
internal static partial class ColumnNames
{
    private static readonly FrozenDictionary<string, Column> Known = new (Column Column, string[] Names)[]
    {
        (Column.Text, ["text", "message", "caption", "content", "post", "body", "copy"]),
        (Column.Text, ["post text", "post copy", "post content", "post caption", "post message", "post description"]),
        (Column.Date, ["date", "datetime", "date time", "date and time", "post date", "schedule", "scheduled"]),
        (Column.Date, ["posting date", "publish date", "publishing date", "publication date", "schedule date"]),
        (Column.Date, ["scheduled date", "scheduled at", "scheduled for", "publish at", "post at", "go live date"]),
        (Column.Date, ["post at specific time"]),
        (Column.Time, ["time", "time of day", "post time", "posting time", "publish time", "publishing time"]),
        (Column.Time, ["schedule time", "scheduled time"]),
        (Column.TimeZone, ["timezone", "time zone", "tz", "zone"]),
        (Column.Media, ["media", "media url", "media link", "image", "image url", "image link", "image file"]),
        (Column.Media, ["picture", "picture url", "photo", "photo url", "visual", "creative", "asset", "asset url"]),
        (Column.Media, ["attachment", "gif url"]),
        (Column.Unsupported, ["video", "video url", "video link", "document", "document url", "pdf", "pdf url"]),
        (Column.Unsupported, ["linkedin document url", "poll", "poll question", "linkedin poll question"]),
        (Column.Link, ["link", "link url", "url", "article link", "article url"]),
        (Column.FirstComment, ["first comment", "first comment text", "1st comment"]),
        (Column.Hashtags, ["hashtag"]),
        (Column.Remark, ["note", "internal note", "team note", "comment", "internal comment", "client comment"]),
        (Column.Remark, ["remark", "feedback", "client feedback", "review comment"]),
        (Column.Label, ["tag", "label", "category", "categorie", "internal tag"]),
        (Column.Campaign, ["campaign", "campaign name"]),
        (Column.Status, ["status", "state", "post status", "workflow status", "stage"]),
        (Column.Approved, ["approved", "approval", "approval status", "is approved", "client approval"]),
        (Column.Approved, ["client approved", "sign off", "signed off"]),
        (Column.Draft, ["draft", "is draft"]),
        (Column.Account, ["account", "account name", "account id", "client", "client name", "brand", "brand name"]),
        (Column.Account, ["profile", "profile name", "page", "page name", "company", "company name", "company page"]),
        (Column.Account, ["social account", "social profile"]),
        (Column.Network, ["network", "social network", "platform", "channel", "social channel", "social media"]),
        (Column.LinkedIn, ["linkedin"]),
        (Column.OtherNetwork, ["facebook", "instagram", "twitter", "twitter/x", "x", "x (twitter)", "pinterest"]),
        (Column.OtherNetwork, ["tiktok", "youtube", "threads", "bluesky", "gbp", "google business"]),
    }
        .SelectMany(row => row.Names.Select(name => KeyValuePair.Create(name, row.Column)))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>
    /// Null for an unknown header. Case, underscores, emoji, a plural, a number at the end and a hint at the form are ignored. A header
    /// that speaks of a status or of a poll is one, whatever else it says: its rows must not be scheduled unasked.
    /// </summary>
    public static Column? For(string header)
    {
        var words = Capitals().Replace(header.Trim(), " ").ToLowerInvariant();
        var name = Hints().Replace(Blanks().Replace(words, " "), "");
        name = Signs().Replace(name, "");
        return Find(name)
            ?? (name.StartsWith("linkedin ", StringComparison.Ordinal) ? Find(name["linkedin ".Length..]) : null)
            ?? (
                SpeaksOfStatus().IsMatch(name) ? Column.Status
                : SpeaksOfMore().IsMatch(name) ? Column.Unsupported
                : null
            );
    }

    private static Column? Find(string name)
    {
        foreach (var candidate in (ReadOnlySpan<string>)[name, Numbers().Replace(name, "")])
        {
            if (
                Known.TryGetValue(candidate, out var column)
                || Known.TryGetValue(Plural().Replace(candidate, ""), out column)
            )
            {
                return column;
            }
        }

        return null;
    }

    /// <summary>scheduledAt is two words; LinkedIn, YouTube and URLs are one.</summary>
    [GeneratedRegex("(?<=[a-z])(?=[A-Z][a-z])(?<!Linked(?=In)|You(?=Tube)|Tik(?=Tok)|Time(?=Zone))")]
    private static partial Regex Capitals();

    [GeneratedRegex(@"(?<=date)\s?[&/]\s?(?=time)|[\s_-]+")]
    private static partial Regex Blanks();

    /// <summary>What it is for, or how to write it: (optional), (yyyy-MM-dd HH:mm). A time zone is none of these.</summary>
    [GeneratedRegex(@" ?\((?:optional|required|[ymdhs:/\-. ]{4,})\)$")]
    private static partial Regex Hints();

    [GeneratedRegex(@"^[^\p{L}\p{N}]+|[^\p{L}\p{N})]+$")]
    private static partial Regex Signs();

    [GeneratedRegex(@"\b(?:status|state|stage|approved|approval|review|sign-?off)\b")]
    private static partial Regex SpeaksOfStatus();

    [GeneratedRegex(@"\b(?:video|poll|pdf|carousel)\b")]
    private static partial Regex SpeaksOfMore();

    [GeneratedRegex(" ?[0-9]+$")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"(\(s\)|s)$")]
    private static partial Regex Plural();
}
