using System.Globalization;
using System.Net;
using Octokit;
using Polly;
using Polly.Retry;

namespace Galley.GitHub;

/// <summary>
/// What is waited out, and for how long. A limit (403 or 429 that says when to come back) means that nothing was done, so
/// any request may be repeated after it. A 5xx or a broken connection says nothing: only what can be repeated without harm is.
/// </summary>
internal sealed class GitHubRetryPolicy(TimeProvider clock)
{
    private const int MostRetries = 4;

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>For reads, edits and statuses: twice is the same as once.</summary>
    public ResiliencePipeline Repeatable => Build(failure => IsLimit(failure) || IsUnclear(failure));

    /// <summary>For creates.</summary>
    public ResiliencePipeline Once => Build(IsLimit);

    /// <summary>Whether the request may or may not have been done.</summary>
    public static bool IsUnclear(Exception? failure) =>
        failure switch
        {
            ApiException { StatusCode: >= HttpStatusCode.InternalServerError or HttpStatusCode.RequestTimeout } => true,
            HttpRequestException or IOException or TaskCanceledException => true,
            _ => false,
        };

    public static TimeSpan BackOff(int attempt) => TimeSpan.FromSeconds(2 << attempt);

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
                                && WaitAfter(failure, tried.AttemptNumber) <= LongestWait
                        ),
                    DelayGenerator = tried => new(WaitAfter(tried.Outcome.Exception!, tried.AttemptNumber)),
                }
            )
            .Build();

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
        // GitHub's word for a secondary limit without a time: at least a minute, then longer each time.
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
