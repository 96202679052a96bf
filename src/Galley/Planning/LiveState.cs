using System.Collections.Immutable;
using Galley.Api;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Planning;

/// <summary>What LeadPanther's documented read said of one live object. The set is closed.</summary>
public abstract record LiveReading
{
    /// <summary>404.</summary>
    public sealed record Missing : LiveReading;

    public sealed record OfPost(PostEngagement Engagement) : LiveReading;

    public sealed record OfLeadMagnet(LeadMagnetAnalytics Analytics) : LiveReading;
}

/// <summary>What a refresh read of one client. An object that is not in it was not read, and nothing is concluded of it.</summary>
public sealed record LiveState(ImmutableDictionary<ObjectKey, LiveReading> Readings)
{
    public static readonly LiveState Unread = new(ImmutableDictionary<ObjectKey, LiveReading>.Empty);

    public LiveReading? For(Kind kind, string key) => Readings.GetValueOrDefault(new ObjectKey(kind, key));
}
