using System.Globalization;
using System.Net;
using Octokit;
using Polly;
using Polly.Retry;

namespace Galley.GitHub;

/// <summary>
/// What is repeated, after which wait, and for how long in all. A limit (403 or 429 that says when to come back) means
/// that nothing was done, so any request may be repeated after it. After a 5xx or a broken connection this is unknown:
/// only a request that is harmless to repeat is sent again.
/// </summary>
internal sealed class GitHubRetryPolicy(TimeProvider clock)
{
    private const int MostRetries = 4;

    /// <summary>Of one wait.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Of all requests and waits of a run.</summary>
    private static readonly TimeSpan LongestInAll = TimeSpan.FromMinutes(20);

    private TimeSpan _inRequests;
    private TimeSpan _inWaits;

    /// <summary>A request that may be repeated: twice is the same as once.</summary>
    public Task<T> Repeat<T>(Func<Task<T>> request, CancellationToken cancellationToken) =>
        Run(failure => IsLimit(failure) || IsUnclear(failure), request, cancellationToken);

    /// <summary>A request that must not be done twice.</summary>
    public Task<T> Once<T>(Func<Task<T>> request, CancellationToken cancellationToken) =>
        Run(IsLimit, request, cancellationToken);

    public Task Wait(TimeSpan wait, CancellationToken cancellationToken)
    {
        RequireTime();
        _inWaits += wait;
        return Task.Delay(wait, clock, cancellationToken);
    }

    /// <summary>Whether the request may or may not have been done.</summary>
    public static bool IsUnclear(Exception? failure) =>
        failure switch
        {
            ApiException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => true,
            HttpRequestException or IOException or TaskCanceledException => true,
            _ => false,
        };

    public static TimeSpan BackOff(int attempt) => TimeSpan.FromSeconds(2 << attempt);

    private async Task<T> Run<T>(
        Predicate<Exception> waits,
        Func<Task<T>> request,
        CancellationToken cancellationToken
    ) =>
        await Build(waits)
            .ExecuteAsync(async token => await Timed(() => request().WaitAsync(token)), cancellationToken);

    private async Task<T> Timed<T>(Func<Task<T>> request)
    {
        RequireTime();
        var begun = clock.GetTimestamp();
        try
        {
            return await request();
        }
        finally
        {
            _inRequests += clock.GetElapsedTime(begun);
        }
    }

    private void RequireTime()
    {
        if (_inRequests + _inWaits > LongestInAll)
        {
            throw new TimeoutException($"GitHub took more than {LongestInAll.TotalMinutes} minutes in all.");
        }
    }

    private ResiliencePipeline Build(Predicate<Exception> waits) =>
        new ResiliencePipelineBuilder { TimeProvider = clock }
            .AddRetry(
                new RetryStrategyOptions
                {
                    MaxRetryAttempts = MostRetries,
                    ShouldHandle = tried =>
                        new(
                            tried.Outcome.Exception is { } failure
                                && waits(failure)
                                && IsInTime(WaitAfter(failure, tried.AttemptNumber))
                        ),
                    DelayGenerator = tried =>
                    {
                        var wait = WaitAfter(tried.Outcome.Exception!, tried.AttemptNumber);
                        _inWaits += wait;
                        return new(wait);
                    },
                }
            )
            .Build();

    private bool IsInTime(TimeSpan wait) => wait <= LongestWait && _inRequests + _inWaits + wait <= LongestInAll;

    private TimeSpan WaitAfter(Exception failure, int attempt)
    {
        if (failure is not ApiException { HttpResponse: { } answer } || !IsLimit(failure))
        {
            return BackOff(attempt);
        }

        if (Seconds(answer, "Retry-After") is { } seconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        if (Header(answer, "x-ratelimit-remaining") == "0" && Seconds(answer, "x-ratelimit-reset") is { } reset)
        {
            return Max(DateTimeOffset.FromUnixTimeSeconds(reset) - clock.GetUtcNow(), TimeSpan.FromSeconds(1));
        }
        // GitHub's rule for a secondary limit without a time: wait at least a minute, then longer each time.
        return TimeSpan.FromMinutes(1 << attempt);
    }

    private static bool IsLimit(Exception failure) =>
        failure switch
        {
            ApiException { StatusCode: HttpStatusCode.TooManyRequests } => true,
            RateLimitExceededException or SecondaryRateLimitExceededException or AbuseException => true,
            ApiException { StatusCode: HttpStatusCode.Forbidden, HttpResponse: { } answer } => Seconds(
                answer,
                "Retry-After"
            )
                is not null
                || Header(answer, "x-ratelimit-remaining") == "0",
            _ => false,
        };

    private static long? Seconds(IResponse answer, string header) =>
        long.TryParse(Header(answer, header), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && seconds < int.MaxValue
            ? seconds
            : null;

    private static string? Header(IResponse answer, string name) =>
        answer.Headers.FirstOrDefault(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
