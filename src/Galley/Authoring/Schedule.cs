using Galley.Content;
using NodaTime;

namespace Galley.Authoring;

/// <summary>The times that one client's posts have, drafts' tentative ones included.</summary>
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

    /// <summary>The post that is nearer than min_gap; null when the time is free.</summary>
    public string? NearestTooClose(Instant time) =>
        _keys
            .Where(post => Distance(post.Key, time) < _gap)
            .OrderBy(post => Distance(post.Key, time))
            .Select(post => post.Value)
            .FirstOrDefault();

    private static Duration Distance(Instant one, Instant other) => one < other ? other - one : one - other;
}
