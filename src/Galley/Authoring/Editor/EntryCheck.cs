using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Ledger;
using Galley.Payloads;
using Galley.Rendering;
using Galley.Rendering.Preview;
using Galley.Rules;
using NodaTime;
using NodaTime.Text;

namespace Galley.Authoring.Editor;

/// <summary>
/// Checks one file of a client in a folder of its own, as `galley validate` would, and shows its card. The ledger and the bytes of
/// media are not there: what only they can tell is not said.
/// </summary>
/// <param name="folder">A folder that this check fills and empties as it likes.</param>
public sealed partial class EntryCheck(string folder)
{
    /// <summary>What was written there, so that a keystroke writes one file and not all.</summary>
    private readonly Dictionary<string, string> _written = new(StringComparer.Ordinal);

    public EntryReport Check(EntryRequest request)
    {
        Write(request);
        var now = InstantPattern.ExtendedIso.Parse(request.Now).Value;
        var repository = Repository.Open(folder, request.Media);
        var content = repository.Read(request.Slug);
        var limits = repository.Settings.Limits;
        var post = content.Posts.FirstOrDefault(candidate => candidate.SourceMap.Path == request.Path);
        var others = content with { Posts = [.. content.Posts.Where(other => other != post)] };
        var free = TryFree(others, limits, now);
        return new EntryReport(
            [.. Problems(repository, content, request, now)],
            AuthorCard.Render(content, request.Path, limits, now),
            post is null ? null : TextOf(content, post)?.Rendered.Length,
            limits.PostText,
            PayloadOf(content, post)?.Code,
            PayloadOf(content, post)?.ApprovalCode,
            post?.ScheduledAt is { } at ? LocalTimes.InCityAndUtc(at, ZoneOf(content), now) : null,
            free is null ? null : LocalTimeText.Format(free.At, ZoneOf(content)),
            free?.Why,
            Name(content, request, post, free, now)
        );
    }

    private static IEnumerable<EntryProblem> Problems(
        Repository repository,
        ClientContent content,
        EntryRequest request,
        Instant now
    ) =>
        from problem in new Validator(repository, now, ValidationPurpose.Validate, lacksLedger: true).Validate(
            content,
            ClientLedger.Empty(content.Client?.Account.Id ?? "")
        )
        where problem.Path == request.Path
        orderby problem.Severity descending, problem.At
        select new EntryProblem(
            Missing(problem) ?? FieldAt(request.Texts[request.Path], request.Path, problem.At.Line),
            SeverityName.For(problem.Severity),
            problem.Code,
            problem.Message,
            problem.Help
        );

    /// <summary>The top-level field that is missing: it has no lines.</summary>
    private static string? Missing(Diagnostic problem) =>
        problem.Code == SettingsCodes.MissingField.Id && problem.At.Column == 1
            ? problem.Message.Split('`') is [_, var name, ..]
                ? name
                : null
            : null;

    /// <summary>The top-level field whose lines hold this one.</summary>
    private static string? FieldAt(string text, string path, int line)
    {
        var isMarkdown = path.EndsWith(".md", StringComparison.Ordinal);
        var lines = text.Split('\n');
        var last = isMarkdown ? Array.FindIndex(lines, 1, candidate => candidate.TrimEnd() == "---") : lines.Length;
        if (isMarkdown && last >= 0 && line > last + 1)
        {
            return "body";
        }

        return lines
            .Take(line)
            .Reverse()
            .Select(candidate => Key().Match(candidate))
            .FirstOrDefault(match => match.Success)
            ?.Groups["key"]
            .Value;
    }

    private static FreeTime? TryFree(ClientContent content, Limits limits, Instant now)
    {
        try
        {
            return content.Client is { } client
                ? FreeTime.Next(new Schedule(content, limits), client.Times, limits, now)
                : null;
        }
        catch (GalleyException)
        {
            return null;
        }
    }

    private static PostText? TextOf(ClientContent content, Post post) =>
        content.Client is { } client ? new PostText(post, client, content.LeadMagnetOf(post)) : null;

    private static Payload? PayloadOf(ClientContent content, Post? post)
    {
        var needsBytes = post?.Document?.File is not null || post?.Images.Any(image => image.File is not null) == true;
        return post is not null && !needsBytes && content.Client is not null
            ? ObjectPayload.For(post, content, References.None)
            : null;
    }

    private static DateTimeZone ZoneOf(ClientContent content) => content.Client?.Zone ?? DateTimeZone.Utc;

    /// <summary>As `galley new` names it, if the file is new.</summary>
    private static string Name(ClientContent content, EntryRequest request, Post? post, FreeTime? free, Instant now)
    {
        var own = Path.GetFileNameWithoutExtension(request.Path);
        if (!request.IsNew)
        {
            return own;
        }

        var kind = ContentKind.OfPath(request.Path)?.Kind ?? Kind.Post;
        var magnet = content.LeadMagnets.FirstOrDefault(candidate => candidate.SourceMap.Path == request.Path);
        var day = (post?.ScheduledAt ?? free?.At ?? now).InZone(ZoneOf(content)).Date;
        var name =
            kind == Kind.Post
                ? $"{day.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture)}-{KeyName.From(post?.Body ?? "") ?? "new-post"}"
                : KeyName.From(magnet?.ResourceName ?? "") ?? "guide";
        var taken = KeyName.Taken(content, kind);
        taken.Remove(own);
        return KeyName.Free(name, taken);
    }

    private void Write(EntryRequest request)
    {
        var wanted = request.Media.Keys.ToDictionary(path => path, _ => "", StringComparer.Ordinal);
        foreach (var (path, text) in request.Texts)
        {
            wanted[path] = text;
        }

        foreach (var path in _written.Keys.Except(wanted.Keys).ToList())
        {
            File.Delete(Path.Combine(folder, path));
            _written.Remove(path);
        }

        foreach (var (path, text) in wanted.Where(file => _written.GetValueOrDefault(file.Key) != file.Value))
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
            _written[path] = text;
        }
    }

    [GeneratedRegex("^[\"']?(?<key>[A-Za-z_]+)[\"']?\\s*:")]
    private static partial Regex Key();
}
