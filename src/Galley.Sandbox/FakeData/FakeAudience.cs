using System.Collections.Immutable;
using Galley.Sandbox.State;

namespace Galley.Sandbox.FakeData;

/// <summary>Who has seen the published posts so far. It follows from the posts and the clock alone, and only grows.</summary>
internal static class FakeAudience
{
    /// <summary>Newest first.</summary>
    public static ImmutableArray<FakePerson> OfAccount(SandboxState state, string userId, DateTimeOffset now) =>
        NewestFirst(state.PostsOf(userId).SelectMany(post => OfPost(state, post, now)));

    /// <summary>Newest first; of the posts that offer this lead magnet.</summary>
    public static ImmutableArray<FakePerson> OfLeadMagnet(
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

    public static IEnumerable<FakePerson> OfPost(SandboxState state, SandboxPost post, DateTimeOffset now)
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

            yield return new FakePerson($"{post.Id} {index}", post.Id, magnet?.Id, magnet?.Keyword, at);
        }
    }

    private static ImmutableArray<FakePerson> NewestFirst(IEnumerable<FakePerson> all) =>
        [.. all.OrderByDescending(person => person.At).ThenBy(person => person.Seed, StringComparer.Ordinal)];
}
