using System.Collections.Immutable;
using System.Globalization;
using Galley.Authoring;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;
using NodaTime;

namespace Galley.Editing;

/// <summary>What may be typed at a place of a file: fields, values, lead magnets, media, times, zones, placeholders.</summary>
/// <param name="path">The file's, from the content root.</param>
/// <param name="content">Of the file's client; null for files of the whole repository.</param>
internal sealed class Completions(string path, EditedFile file, ClientContent? content, Settings settings, Instant now)
{
    public ImmutableArray<Completion> At(Position at)
    {
        var cursor = file.At(at);
        if (PlaceholderStart(cursor.Before) is { } start)
        {
            return [.. PlaceholderNames().Select(name => Placeholder(name, cursor.Before.Length - start))];
        }

        return cursor.IsText || FieldSchema.Of(path) is not { } schema ? []
            : cursor.Field is null && !IsListOfMedia(cursor) ? [.. Fields(cursor, schema, at)]
            : [.. Values(cursor, schema)];
    }

    private static int? PlaceholderStart(string before)
    {
        var start = before.LastIndexOf('<');
        return start < 0 || !before[(start + 1)..].All(unit => char.IsAsciiLetter(unit) || unit == '_') ? null
            : start > 0 && before[start - 1] == '<' ? start - 1
            : start;
    }

    private string[] PlaceholderNames() =>
        ContentKind.OfPath(path)?.Kind == Kind.LeadMagnet ? PlaceholderSyntax.InLeadMagnets : PlaceholderSyntax.InPosts;

    private Completion Placeholder(string name, int replaces)
    {
        var value = Magnet is { } magnet ? new PlaceholderValues(magnet.Keyword, magnet.ResourceName).Find(name) : null;
        return new(CompletionKind.Placeholder, $"<<{name}>>", value ?? "", "", $"<<{name}>>", replaces);
    }

    private LeadMagnet? Magnet =>
        content?.Posts.FirstOrDefault(post => post.SourceMap.Path == path || post.SourceMap.BodyPath == path)
            is { } post
            ? content.LeadMagnetOf(post)
            : null;

    /// <summary>Its body stands below the front matter.</summary>
    private bool IsMarkdown => path.EndsWith(".md", StringComparison.Ordinal);

    private IEnumerable<Completion> Fields(Cursor cursor, FieldSchema schema, Position at)
    {
        var taken = file.Siblings(at.Line).ToHashSet(StringComparer.Ordinal);
        var owner = schema.Find(cursor.Groups);
        return from name in owner?.Names ?? []
            where !taken.Contains(name) && !(IsMarkdown && name is ("body" or "body_file"))
            let field = owner!.Find(name)!
            select new Completion(CompletionKind.Field, name, "", field.Description, $"{name}: ", cursor.Value.Length);
    }

    private IEnumerable<Completion> Values(Cursor cursor, FieldSchema schema)
    {
        var typed = cursor.Value.TrimStart('[', ' ').Split(',')[^1].TrimStart().Length;
        var values = cursor.Field switch
        {
            "lead_magnet" => LeadMagnets(),
            "time_zone" => DateTimeZoneProviders.Tzdb.Ids.Select(id => Value(id, "")),
            "scheduled_at" => NextTime(),
            _ when IsListOfMedia(cursor) || cursor.Field is "images" or "file" or "avatar" => Media(cursor),
            null => [],
            var field => schema.Find([.. cursor.Groups, field])?.Values.Select(value => Value(value, "")) ?? [],
        };
        return values.Select(value => value with { Replaces = typed });
    }

    /// <summary>An entry of <c>images:</c> on a line of its own.</summary>
    private static bool IsListOfMedia(Cursor cursor) => cursor is { Field: null, Groups: [.., "images"] };

    private IEnumerable<Completion> LeadMagnets() =>
        content?.LeadMagnets.Select(magnet => new Completion(
            CompletionKind.Reference,
            magnet.Key,
            $"{magnet.Keyword} · {magnet.ResourceName}",
            magnet.Description ?? "",
            magnet.Key,
            0
        )) ?? [];

    private IEnumerable<Completion> Media(Cursor cursor)
    {
        var isDocument = cursor.Groups.Contains("document");
        return from medium in content?.Media ?? []
            where medium.ContentType == "application/pdf" == isDocument
            let name = medium.Path.Contains("/media/", StringComparison.Ordinal)
                ? medium.Path[(medium.Path.IndexOf("/media/", StringComparison.Ordinal) + "/media/".Length)..]
                : medium.FileName
            select new Completion(CompletionKind.File, name, SizeOf(medium), "", name, 0);
    }

    private static string SizeOf(MediaFile medium)
    {
        var bytes = string.Create(CultureInfo.InvariantCulture, $"{Math.Max(1, medium.Size / 1024):N0} KB");
        return medium.Width is { } width ? $"{width} × {medium.Height}, {bytes}" : bytes;
    }

    private IEnumerable<Completion> NextTime()
    {
        if (content?.Client is not { } client)
        {
            return [];
        }

        var free = FreeTime.Next(new Schedule(content, settings.Limits), client.Times, settings.Limits, now);
        var local = free.At.InZone(client.Zone).ToString("uuuu-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return [Value(local, free.Why)];
    }

    private static Completion Value(string value, string detail) =>
        new(CompletionKind.Value, value, detail, "", value, 0);
}
