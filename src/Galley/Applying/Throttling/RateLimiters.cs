using System.Collections.Concurrent;
using Galley.Api;

namespace Galley.Applying.Throttling;

/// <summary>One pace for each key, as a limit is a key's own, and one number of requests in flight for all of them.</summary>
internal sealed class RateLimiters(int most, TimeProvider clock)
{
    private readonly Slots _slots = new(most);
    private readonly ConcurrentDictionary<ILeadPanther, RateLimiter> _byKey = new(ReferenceEqualityComparer.Instance);

    /// <param name="api">One instance for each key.</param>
    public RateLimiter For(ILeadPanther api) => _byKey.GetOrAdd(api, _ => new RateLimiter(most, clock, _slots));
}
