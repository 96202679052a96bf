using System.Globalization;
using System.Text.RegularExpressions;
using Galley.Authoring.Pulling;
using Galley.Authoring.Scheduling;
using Galley.Content;
using Galley.Diagnostics;
using NodaTime;
using NodaTime.TimeZones;

namespace Galley.Authoring.Copying;

/// <summary>`galley repeat`: copies of a post's file, each with a time of its own.</summary>
/// <param name="Days">Between two of them.</param>
public sealed partial record Repeating(ClientContent Content, Client Client, Instant Earliest, int Days)
{
    /// <summary>Fields that belong to one post only.</summary>
    private static readonly string[] OfOne = ["approved", "moved_from", "key"];

    /// <param name="text">The file of the post.</param>
    public IEnumerable<(Instant At, NewFile File)> Of(Post post, string text, int times)
    {
        var first = post.ScheduledAt
            ?? throw new GalleyException(
                $"{post.SourceMap.Path} has no time, so nobody can tell when to repeat it. Add scheduled_at first."
            );
        var (own, ending) = (post.SourceMap.Path, Path.GetExtension(post.SourceMap.Path));
        var folder = $"{ContentRoot.ClientsFolder}/{Client.Slug}/posts/";
        var taken = KeyName.Taken(Content, Kind.Post);
        foreach (var at in Times(first).Take(times))
        {
            var key = KeyName.Free(NameOf(own[folder.Length..^ending.Length], at), taken);
            taken.Add(key);
            // In the folder of the post, where its pictures are found.
            var path = $"{folder}{key}{ending}";
            var copy = new TimeChange(post, at).Write(text, Client.Zone);
            foreach (var field in OfOne)
            {
                copy = FieldEdit.SetInFile(copy, path, field, "");
            }

            var root = YamlScalar.Quote(post.RepeatOf ?? post.Key);
            yield return (at, new NewFile(path, FieldEdit.SetInFile(copy, path, "repeat_of", $"repeat_of: {root}\n")));
        }
    }

    /// <summary>The same time of day, each so many days after the post's own; none that is past or too soon.</summary>
    private IEnumerable<Instant> Times(Instant first) =>
        Enumerable
            .Range(1, 10_000)
            .Select(number => first.InZone(Client.Zone).LocalDateTime.PlusDays(number * Days))
            .Select(local => Client.Zone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant())
            .Where(at => at >= Earliest);

    /// <summary>A key that begins with a day gets the new one.</summary>
    private string NameOf(string key, Instant at)
    {
        var day = at.InZone(Client.Zone).Date.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return LeadingDay().IsMatch(key) ? LeadingDay().Replace(key, $"${{1}}{day}") : $"{key}-{day}";
    }

    [GeneratedRegex(@"^(.*/)?[0-9]{4}-[0-9]{2}-[0-9]{2}(?=[^/]*\z)")]
    private static partial Regex LeadingDay();
}
