using Galley.Content;
using NodaTime;

namespace Galley.Authoring;

/// <summary>The times of one client's posts, drafts included.</summary>
public sealed class Schedule
{
    private readonly SortedDictionary<Instant, string> _keys = [];
    private readonly Duration _gap;

    public Schedule(ClientContent content, Limits limits)
    {
        _gap = limits.MinGap;
        foreach (var post in content.Posts.Where(post => post.ScheduledAt is not null))
        {
            Take(post.ScheduledAt.GetValueOrDefault(), post.Key);
        }
    }

    /// <summary>In order.</summary>
    public IReadOnlyDictionary<Instant, string> Taken => _keys;

    public void Take(Instant time, string key) => _keys.TryAdd(time, key);

    /// <summary>The nearest post that is closer than min_gap; null if the time is free.</summary>
    public string? NearestTooClose(Instant time) =>
        _keys
            .Where(post => Distance(post.Key, time) < _gap)
            .OrderBy(post => Distance(post.Key, time))
            .Select(post => post.Value)
            .FirstOrDefault();

    private static Duration Distance(Instant one, Instant other) => one < other ? other - one : one - other;
}
