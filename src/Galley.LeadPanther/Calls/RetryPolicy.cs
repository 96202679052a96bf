using Polly;
using Polly.Retry;

namespace Galley.LeadPanther.Calls;

/// <summary>
/// Repeats what may be repeated: five tries, 0.5 to about 8 s apart, or as long as the API asks, up to two minutes.
/// </summary>
internal sealed class RetryPolicy(TimeProvider time)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly ResiliencePipeline _pipeline = new ResiliencePipelineBuilder { TimeProvider = time }
        .AddRetry(
            new RetryStrategyOptions
            {
                MaxRetryAttempts = 4,
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                Delay = TimeSpan.FromSeconds(0.5),
                MaxDelay = TimeSpan.FromSeconds(8),
                ShouldHandle = args => ValueTask.FromResult(args.Outcome.Result is Attempt { Failure.MayPass: true }),
                DelayGenerator = args => ValueTask.FromResult(Asked(args.Outcome.Result)),
            }
        )
        .Build();

    /// <exception cref="Galley.Api.ApiException">The last try failed, or one that no other can better.</exception>
    public async Task<T> Run<T>(Func<CancellationToken, Task<Attempt<T>>> attempt, CancellationToken cancellationToken)
        where T : class
    {
        var last = await _pipeline.ExecuteAsync(async token => await attempt(token), cancellationToken);
        return last.Value ?? throw last.Failure!.Error;
    }

    private static TimeSpan? Asked(object? attempt) =>
        attempt is Attempt { Failure.RetryAfter: { } wait } ? (wait < LongestWait ? wait : LongestWait) : null;
}
