using Galley.Api;

namespace Galley.LeadPanther.Calls;

/// <summary>What one try of a read or upload gave.</summary>
/// <param name="Failure">Null when it went well.</param>
internal abstract record Attempt(Failure? Failure);

internal sealed record Attempt<T>(T? Value, Failure? Failure) : Attempt(Failure)
    where T : class
{
    public static implicit operator Attempt<T>(Failure failure) => new(null, failure);
}

/// <param name="MayPass">Whether another try can end otherwise.</param>
/// <param name="RetryAfter">The wait that the API asked for.</param>
internal sealed record Failure(ApiException Error, bool MayPass, TimeSpan? RetryAfter = null);
