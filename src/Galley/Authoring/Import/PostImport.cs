using System.Collections.Immutable;
using System.Globalization;
using Galley.Authoring.Import.Columns;
using Galley.Authoring.Import.Rows;
using Galley.Authoring.Import.Rows.Checks;
using Galley.Authoring.Import.Sheets;
using Galley.Authoring.Import.Times;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Authoring.Import;

/// <summary>
/// Turns a spreadsheet into post files. Pure: it says which files there should be, and why a row became none. A post is scheduled
/// only if the sheet clearly says so. What is doubtful becomes a draft. A row that can't be published as it is is left out rather
/// than changed, so a second import of the corrected sheet takes what is missing.
/// </summary>
public sealed class PostImport
{
    private static readonly Duration FarAhead = Duration.FromDays(2 * 366);

    private readonly ImportOptions _options;
    private readonly RowContext _context;
    private readonly DateOrder _dates;
    private readonly HashSet<string> _keys;
    private readonly Schedule _schedule;
    private readonly Dictionary<string, string> _ownerOfText = new(StringComparer.Ordinal);

    private PostImport(ImportOptions options, RowContext context, DateOrder dates)
    {
        (_options, _context, _dates) = (options, context, dates);
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

    public static ImportResult Run(ReadOnlySpan<byte> file, ImportOptions options)
    {
        var choices = options.Columns.Select(ColumnChoice.Parse).ToList();
        var sheet = SheetReader.Read(file, cell => IsHeader(cell, choices));
        var map = ColumnMap.For(sheet, choices, options.WithoutHeaders);
        var rows = sheet.Rows.Where(row => row.Number > map.HeaderRow).Select(row => new ImportRow(row, map)).ToList();
        var dates = DateOrder.Detect(
            rows.Select(row => (row.Number, CellMoment.From(row.Moment).Date)),
            options.DateFormat
        );
        var context = new RowContext(options.Client, TornRows.Find(rows, dates));
        return new PostImport(options, context, dates).Run(rows) with
        {
            UnreadColumns = map.HasHeaders ? [.. map.Unread] : [],
            Notes = [.. sheet.Notes, .. NotesOn(map)],
        };
    }

    private static bool IsHeader(string cell, List<ColumnChoice> choices) =>
        ColumnNames.For(cell) is not null
        || choices.Exists(choice => choice.Header.Equals(cell.Trim(), StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> NotesOn(ColumnMap map)
    {
        if (!map.HasHeaders)
        {
            var read = map.Headers.Zip(map.Meanings).Where(column => column.Second is not null and not Column.Ignored);
            yield return "The first row has no headers. Read as: "
                + string.Join(
                    ", ",
                    read.Select(column => $"{column.First} = {column.Second.ToString()!.ToLowerInvariant()}")
                )
                + ".";
        }
        else if (map.HeaderRow > 1)
        {
            yield return $"The headers are in row {map.HeaderRow}. The rows above are not read.";
        }
    }

    private ImportResult Run(List<ImportRow> rows)
    {
        var posts = new List<ImportedPost>();
        var leftOut = new List<LeftOutRow>();
        // The slots that are free are those that no row takes with a time of its own.
        foreach (var row in rows.OrderBy(WantsSlot))
        {
            if (Read(row, out var why) is { } post)
            {
                posts.Add(post);
            }
            else
            {
                leftOut.Add(new LeftOutRow(row.Number, Finding.Start(row.Text), why.TrimEnd('.')));
            }
        }

        return new ImportResult([.. posts.OrderBy(post => post.Row)], [.. leftOut.OrderBy(row => row.Row)], []);
    }

    private bool WantsSlot(ImportRow row) => row.AsksForSlot || (_options.ToSlots && row.Moment.Length == 0);

    /// <returns>Null after giving the reason.</returns>
    private ImportedPost? Read(ImportRow row, out string why)
    {
        var text = RowText.From(row, _options.Limits);
        var findings = RowChecks.Run(row, _context).Concat(text.Findings).ToList();
        why = findings.Find(finding => finding.LeavesOut)?.Why ?? WhyTaken(text.Shown) ?? "";
        if (
            why.Length > 0
            || Exact(text.Shown, out why) is not { } exact
            || RowComments.Read(row, _options.Limits, out why) is not { } comments
            || RowPictures.TryRead(row.Filled(Column.Media), _options.Content, out why) is not { } images
            || TimeOf(row, out why) is not { } time
        )
        {
            return null;
        }

        findings.AddRange(DoubtsAbout(row, time.At));
        var key = Take(text.Shown, time.At, row);
        var labels = RowLabels.From(row);
        var post = new PostDraft
        {
            Status = findings.Count == 0 ? PostStatus.Scheduled : PostStatus.Draft,
            ScheduledAt = time.At is { } at ? LocalTimeText.Format(at, _options.Client.Zone) : null,
            TextFormat = exact.Format,
            Images = images,
            FirstComment = comments.First,
            Followups = comments.Followups(_options.Client),
            Labels = labels.Labels,
            Campaign = labels.Campaign,
            Notes = RowNotes.From(row, labels.Others),
            Body = exact.Body,
            Hint = HintOf(findings),
        };
        return Imported(row, post, key, time.At) with
        {
            DraftBecause = [.. findings.Select(finding => finding.Why)],
            Extras = [.. text.Added, .. ExtrasOf(post)],
        };
    }

    private string? WhyTaken(string text) =>
        _ownerOfText.TryGetValue(text, out var owner) ? $"{owner} has the same text" : null;

    private static ExactText? Exact(string text, out string why)
    {
        var exact = ExactText.From(text);
        why = exact is null ? "its text can't be written so that LinkedIn shows it exactly. Type the text again" : "";
        return exact;
    }

    private RowTime? TimeOf(ImportRow row, out string why)
    {
        if (WantsSlot(row))
        {
            why = "";
            return new RowTime(FreeTime.Next(_schedule, _options.Client.Times, _options.Limits, _options.Now).At);
        }

        var time = RowTime.Read(row, _dates, _options.Client.Zone, out why);
        if (time?.At is { } at && WhyNotAt(at) is { } taken)
        {
            why = taken;
            return null;
        }

        return time;
    }

    private string? WhyNotAt(Instant time)
    {
        var words = $"its time, {LocalTimeText.ForPeople(time, _options.Client.Zone)},";
        if (time < _options.Now + _options.Limits.MinLeadTime)
        {
            return $"{words} is {(time <= _options.Now ? "in the past" : "too soon")}";
        }

        return _schedule.NearestTooClose(time) is { } other
            ? $"{words} is too close to \"{other}\" (limits.min_gap in galley.yaml)"
            : null;
    }

    private IEnumerable<Finding> DoubtsAbout(ImportRow row, Instant? time)
    {
        if (time is null)
        {
            yield return Finding.Draft("it has no time");
            yield break;
        }

        if (row.Cells(Column.TimeZone).Any(cell => string.IsNullOrWhiteSpace(cell.Text)))
        {
            yield return Finding.Draft("its time zone is empty");
        }

        if (time > _options.Now + FarAhead)
        {
            yield return Finding.Draft("its time is more than two years ahead");
        }
    }

    /// <summary>The key of the new post. Its text and time are then taken.</summary>
    private string Take(string text, Instant? at, ImportRow row)
    {
        var name = KeyName.From(text) ?? $"row-{row.Number}";
        var day = at?.InZone(_options.Client.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        var key = KeyName.Free(day is null ? name : $"{day}-{name}", _keys);
        _keys.Add(key);
        _ownerOfText[text] = $"row {row.Number}";
        if (at is { } time)
        {
            _schedule.Take(time, key);
        }

        return key;
    }

    private ImportedPost Imported(ImportRow row, PostDraft post, string key, Instant? at)
    {
        var path = $"clients/{_options.Client.Slug}/posts/{key}.md";
        var text = PostFile.Write(post, path, _options.Schemas.LineFor(_options.Root, path, "post"));
        return new ImportedPost(row.Number, new NewFile(path, text), at) { Start = Finding.Start(row.Text) };
    }

    /// <summary>The reasons, for the person who checks the draft.</summary>
    private static string? HintOf(List<Finding> findings) =>
        findings.Count == 0
            ? null
            : string.Concat(
                $"This is a draft because {string.Join("; ", findings.Select(finding => finding.Why))}.".Where(
                    character =>
                        !char.IsControl(character)
                        && character is not ('\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF')
                )
            );

    private static IEnumerable<string> ExtrasOf(PostDraft post)
    {
        if (!post.Images.IsEmpty)
        {
            yield return Plural.Format(post.Images.Length, "picture");
        }

        if (post.FirstComment is not null)
        {
            yield return Plural.Format(1 + (post.Followups?.Comments.Length ?? 0), "comment");
        }

        if (!post.Labels.IsEmpty)
        {
            yield return Plural.Format(post.Labels.Length, "label");
        }

        if (post.Campaign is { } campaign)
        {
            yield return $"campaign {campaign}";
        }

        if (post.Notes is not null)
        {
            yield return "notes";
        }
    }
}
