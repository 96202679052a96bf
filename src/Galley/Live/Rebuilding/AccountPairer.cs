using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Payloads;
using NodaTime;

namespace Galley.Live.Rebuilding;

/// <summary>
/// Pairs files with what LeadPanther shows: lead magnets by their keyword, posts by their text and time. A post whose time is past
/// may be shown without it, so there the text alone will do. Pure.
/// </summary>
public static class AccountPairer
{
    public static AccountPairing Pair(
        ClientContent content,
        IEnumerable<LiveObject> leadMagnets,
        IEnumerable<LiveObject> posts,
        Instant now
    )
    {
        var client = content.Client!;
        var magnets = content.LeadMagnets.ToDictionary(magnet => magnet.Key);
        var files = content.Objects.Select(file => new File(
            file.Kind,
            file.Key,
            file.SourceMap.Path,
            file is Post post ? TimeOf(post) : null
        ));
        var twins = LeadMagnetTwins(content, [.. leadMagnets])
            .Concat(PostTwins(content.Posts, TextOf, [.. posts], now))
            .ToList();
        return Sorted(files, twins, [.. leadMagnets, .. posts], now);

        string TextOf(Post post) =>
            new PostText(
                post,
                client,
                post.LeadMagnet?.Key is { } key ? magnets.GetValueOrDefault(key) : null
            ).Rendered;
    }

    private static IEnumerable<Twin> LeadMagnetTwins(ClientContent content, IReadOnlyList<LiveObject> there) =>
        content.LeadMagnets.Join(
            there,
            magnet => magnet.Keyword,
            live => live.Keyword,
            (magnet, live) => new Twin(new ObjectKey(Kind.LeadMagnet, magnet.Key), live),
            StringComparer.OrdinalIgnoreCase
        );

    private static IEnumerable<Twin> PostTwins(
        IEnumerable<Post> posts,
        Func<Post, string> textOf,
        IReadOnlyList<LiveObject> there,
        Instant now
    )
    {
        var byText = there.ToLookup(live => WireComparison.NormalText(live.Text));
        foreach (var post in posts)
        {
            var alike = byText[WireComparison.NormalText(textOf(post))].ToList();
            var same = alike.Where(live => IsSame(post, live)).ToList();
            var toCome = same.Where(live => !live.IsOut).ToList();
            var twins =
                toCome.Count > 0 ? toCome
                : same.Count > 0 ? same
                : TimeOf(post) <= now ? alike.Where(live => live.IsOut)
                : [];
            foreach (var live in twins)
            {
                yield return new Twin(new ObjectKey(Kind.Post, post.Key), live);
            }
        }
    }

    private static bool IsSame(Post post, LiveObject live) =>
        post.Status == PostStatus.Draft ? live.Status == "draft" : post.ScheduledAt is { } at && live.ScheduledAt == at;

    private static Instant? TimeOf(Post post) => post.Status == PostStatus.Scheduled ? post.ScheduledAt : null;

    private static AccountPairing Sorted(
        IEnumerable<File> files,
        IReadOnlyCollection<Twin> twins,
        IReadOnlyCollection<LiveObject> all,
        Instant now
    )
    {
        var ofFile = twins.ToLookup(twin => twin.Key, twin => twin.There);
        var ofObject = twins.ToLookup(twin => (twin.Key.Kind, twin.There.Id));
        var paired = ImmutableArray.CreateBuilder<PairedFile>();
        var unclear = ImmutableArray.CreateBuilder<UnclearFile>();
        var alone = ImmutableArray.CreateBuilder<UnpairedFile>();
        foreach (var file in files.OrderBy(file => file.Kind).ThenBy(file => file.Key, StringComparer.Ordinal))
        {
            ImmutableArray<LiveObject> there = [.. ofFile[new ObjectKey(file.Kind, file.Key)]];
            if (there.IsEmpty)
            {
                alone.Add(new UnpairedFile(file.Kind, file.Key, file.Path, file.At, file.At <= now));
            }
            else if (
                there is [var only]
                && ofObject[(file.Kind, only.Id)].Count() == 1
                && !(only.IsOut && file.At > now)
            )
            {
                paired.Add(new PairedFile(file.Kind, file.Key, file.Path, only));
            }
            else
            {
                unclear.Add(new UnclearFile(file.Kind, file.Key, file.Path, there));
            }
        }

        return new AccountPairing(
            paired.ToImmutable(),
            unclear.ToImmutable(),
            alone.ToImmutable(),
            [.. all.Where(live => !ofObject.Contains((live.Kind, live.Id)))]
        );
    }

    private sealed record File(Kind Kind, string Key, string Path, Instant? At);

    private sealed record Twin(ObjectKey Key, LiveObject There);
}
