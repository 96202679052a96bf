using System.Collections.Immutable;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Invention;

/// <summary>Who has met the published posts so far. Follows from the posts and the clock alone, and only ever grows.</summary>
internal static class FakeAudience
{
    /// <summary>Newest first.</summary>
    public static ImmutableArray<Encounter> OfAccount(SandboxState state, string userId, DateTimeOffset now) =>
        NewestFirst(state.PostsOf(userId).SelectMany(post => OfPost(state, post, now)));

    /// <summary>Newest first; of the posts that offer this lead magnet.</summary>
    public static ImmutableArray<Encounter> OfLeadMagnet(
        SandboxState state,
        SandboxLeadMagnet magnet,
        DateTimeOffset now
    ) =>
        NewestFirst(
            state
                .PostsOf(magnet.UserId)
                .Where(post => post.TemplateId == magnet.Id)
                .SelectMany(post => OfPost(state, post, now))
        );

    public static IEnumerable<Encounter> OfPost(SandboxState state, SandboxPost post, DateTimeOffset now)
    {
        if (!post.IsPublished(now))
        {
            yield break;
        }

        var magnet = post.TemplateId is { } id ? state.LeadMagnet(post.UserId, id) : null;
        var all = SeededRandom.Roll($"{post.Id} audience", 3, 24);
        for (var index = 0; index < all; index++)
        {
            var at = post.ScheduledAt!.Value + Growth.Age((index + 1.0) / (all + 1));
            if (at > now)
            {
                yield break;
            }

            yield return new Encounter($"{post.Id} {index}", post.Id, magnet?.Id, magnet?.Keyword, at);
        }
    }

    private static ImmutableArray<Encounter> NewestFirst(IEnumerable<Encounter> all) =>
        [
            .. all.OrderByDescending(encounter => encounter.At)
                .ThenBy(encounter => encounter.Seed, StringComparer.Ordinal),
        ];
}
