using System.Collections.Immutable;
using System.Globalization;
using Galley.Content;
using Galley.Content.Documents;
using Galley.Diagnostics;
using Galley.Markdown;
using Galley.Payloads;
using NodaTime;

namespace Galley.Authoring.Import;

/// <summary>
/// Turns a spreadsheet into post files. Pure: it says which files there should be, and why a row became none. A row that can't be
/// published as it stands is left out rather than changed, so a second import of the mended sheet takes what is missing.
/// </summary>
public sealed class PostImport
{
    /// <summary>When a row's comment follows its post.</summary>
    public const int CommentDelayMinutes = 10;

    private readonly ImportOptions _options;
    private readonly HashSet<string> _keys;
    private readonly Schedule _schedule;
    private readonly Dictionary<string, string> _ownerOfText = new(StringComparer.Ordinal);
    private readonly DateOrder _dates;

    private PostImport(ImportOptions options, DateOrder dates)
    {
        (_options, _dates) = (options, dates);
        _keys = KeyName.Taken(options.Content, Kind.Post);
        _schedule = new Schedule(options.Content, options.Limits);
        var magnets = options.Content.LeadMagnets.ToDictionary(magnet => magnet.Key, StringComparer.Ordinal);
        foreach (var post in options.Content.Posts)
        {
            _ownerOfText.TryAdd(
                new PostText(post, options.Client, magnets.GetValueOrDefault(post.LeadMagnet?.Key ?? "")).Rendered,
                post.SourceMap.Path
            );
        }
    }

    public static ImportResult Run(ReadOnlySpan<byte> csv, ImportOptions options)
    {
        var sheet = CsvSheet.Read(csv);
        var dates = DateOrder.Detect(
            sheet.Rows.Select(row => (row.Number, CellMoment.From(row.Moment).Date)),
            options.DateFormat
        );
        return new PostImport(options, dates).Run(sheet);
    }

    private ImportResult Run(CsvSheet sheet)
    {
        var posts = new List<ImportedPost>();
        var leftOut = new List<LeftOutRow>();
        foreach (var row in sheet.Rows)
        {
            if (Read(row, out var why) is { } post)
            {
                posts.Add(post);
            }
            else
            {
                leftOut.Add(new LeftOutRow(row.Number, Start(row.Text), why));
            }
        }

        return new ImportResult(posts, leftOut, sheet.UnknownColumns);
    }

    /// <returns>Null after giving the reason.</returns>
    private ImportedPost? Read(CsvRow row, out string why)
    {
        var words = ExactText.Normal(HashTags.Append(row.Text, row.Filled(Column.Tags)));
        why = WhyNotText(row, words) ?? "";
        if (why.Length > 0 || Written(words, out why) is not { } text)
        {
            return null;
        }

        if (
            Followups(row, out why) is not { } followups
            || RowPictures.TryRead(row.Filled(Column.Media), _options.Content, out why) is not { } images
        )
        {
            return null;
        }

        if (!TryTime(row, out var at, out why))
        {
            return null;
        }

        var key = KeyName.Free(Name(words, at, row), _keys);
        _keys.Add(key);
        if (at is { } time)
        {
            _schedule.Take(time, key);
        }

        var path = $"clients/{_options.Client.Slug}/posts/{key}.md";
        _ownerOfText[words] = $"row {row.Number}";
        var post = new PostDraft
        {
            Status = at is null ? PostStatus.Draft : PostStatus.Scheduled,
            ScheduledAt = at is { } scheduled ? LocalTimeText.Format(scheduled, _options.Client.Zone) : null,
            TextFormat = text.Format,
            Images = images,
            Followups = followups.Comments.IsEmpty ? null : followups,
            Body = text.Body,
        };
        return new ImportedPost(
            row.Number,
            new NewFile(path, PostFile.Write(post, path, _options.Schemas.LineFor(_options.Root, path, "post"))),
            at
        );
    }

    private string? WhyNotText(CsvRow row, string words)
    {
        if (row.HasOpenQuote)
        {
            return "a quotation mark is opened and never closed, so it may hold rows that follow";
        }

        if (string.IsNullOrWhiteSpace(row.Text))
        {
            return "it has no text";
        }

        if (_ownerOfText.TryGetValue(words, out var owner))
        {
            return $"its text is that of {owner}";
        }

        var limit = _options.Limits.PostText;
        return words.Length > limit
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"its text has {words.Length:N0} characters as LinkedIn counts; {limit:N0} is the most"
            )
            : null;
    }

    private static ExactText? Written(string words, out string why)
    {
        var exact = TextFile.HasInvisible(words) ? null : ExactText.From(words);
        why = exact is null ? "its text holds an invisible control character; type it again" : "";
        return exact;
    }

    /// <summary>The client's own reaction stays: a post's follow-ups replace the client's.</summary>
    private Followups? Followups(CsvRow row, out string why)
    {
        var texts = row.Filled(Column.Comment).Select(ExactText.Normal).ToList();
        var limit = _options.Limits.CommentText;
        why = texts.Select(text => WhyNotComment(text, limit)).OfType<string>().FirstOrDefault() ?? "";
        return why.Length > 0
            ? null
            : new Followups(
                _options.Client.Followups?.Reaction,
                [.. texts.Select((text, index) => new Comment(text, CommentDelayMinutes * (index + 1)))]
            );
    }

    private static string? WhyNotComment(string text, int limit)
    {
        if (text.Length > limit)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"its comment has {text.Length:N0} characters; {limit:N0} is the most"
            );
        }

        return LinkedInText.Render(text, TextFormat.Plain, PlaceholderValues.None).Problems is [var problem, ..]
            ? $"in its comment, {problem.Message}"
            : null;
    }

    /// <param name="at">Null for a row without a time: a draft.</param>
    private bool TryTime(CsvRow row, out Instant? at, out string why)
    {
        (at, why) = (null, "");
        if (row.Moment.Length == 0)
        {
            return true;
        }

        var moment = CellMoment.From(row.Moment);
        if (_dates.Read(moment.Date) is not { } day)
        {
            why =
                $"its time \"{row.Moment}\" can't be read; write it like 2026-06-15 10:00, or say how it is meant with --date-format";
        }
        else if (moment.Time is null)
        {
            why = $"its time \"{row.Moment}\" has a day and no time of day; write it like 2026-06-15 10:00";
        }
        else
        {
            at = LocalTimeText.Read(
                $"{day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)} {moment.Time}{moment.Offset}",
                _options.Client.Zone,
                out why
            );
        }

        if (at is { } time && WhyNotThen(time) is { } taken)
        {
            (at, why) = (null, taken);
        }

        return at is not null;
    }

    private string? WhyNotThen(Instant time)
    {
        if (time < _options.Now + _options.Limits.MinLeadTime)
        {
            return $"its time, {LocalTimeText.ForPeople(time, _options.Client.Zone)}, is {(time <= _options.Now ? "past" : "too near to be sent")}";
        }

        return _schedule.NearestTooClose(time) is { } other
            ? $"its time, {LocalTimeText.ForPeople(time, _options.Client.Zone)}, is too near to \"{other}\" (limits.min_gap)"
            : null;
    }

    private string Name(string words, Instant? at, CsvRow row)
    {
        var name = KeyName.From(words) ?? $"row-{row.Number}";
        return at is { } time
            ? $"{time.InZone(_options.Client.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}-{name}"
            : name;
    }

    private static string Start(string text)
    {
        var line = text.Trim().Split('\n')[0].TrimEnd();
        return line.Length <= 40 ? line : line[..40].TrimEnd() + "…";
    }
}
