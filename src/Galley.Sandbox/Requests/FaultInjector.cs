using System.Globalization;
using Galley.Sandbox.Documentation;
using Galley.Sandbox.Faults;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Requests;

/// <summary>Makes the fault of one request happen, if it has one.</summary>
internal sealed class FaultInjector(RequestContext requestContext)
{
    private readonly FaultRule? _rule = requestContext.Faults.FirstOrDefault(rule => !rule.IsShape);

    private HttpContext Http => requestContext.Http;

    /// <returns>True when the request is over.</returns>
    public async Task<bool> BeforeRead()
    {
        if (_rule?.Kind == FaultKind.Delay)
        {
            await Task.Delay(TimeSpan.FromSeconds(_rule.Seconds!.Value), Http.RequestAborted);
        }

        if (_rule?.Kind != FaultKind.ResetBeforeRead)
        {
            return false;
        }

        Http.Abort();
        return true;
    }

    /// <returns>True when the request is over.</returns>
    public Task<bool> BeforeStore() =>
        _rule?.Kind switch
        {
            FaultKind.ResetBeforeStore => Reset(),
            FaultKind.HangBeforeStore => Hang(),
            FaultKind.Status => Over(Error(_rule.Status ?? 500)),
            FaultKind.Html => Over(Page(_rule.Status ?? 502)),
            FaultKind.Redirect => Over(Elsewhere(_rule.Status ?? 307)),
            _ => Task.FromResult(false),
        };

    /// <returns>True when the request is over.</returns>
    public async Task<bool> AfterStore(HttpReply reply)
    {
        switch (_rule?.Kind)
        {
            case FaultKind.ResetAfterStore:
                return await Reset();
            case FaultKind.HangAfterStore:
                return await Hang();
            case FaultKind.StatusAfterStore:
                return await Over(Error(_rule.Status ?? 500));
            case FaultKind.HtmlAfterStore:
                return await Over(Page(_rule.Status ?? 502));
            case FaultKind.Malformed:
                return await Over(
                    reply with
                    {
                        Body = [.. "{\"data\": {\"id\": "u8, .. reply.Body[..Math.Min(8, reply.Body.Length)]],
                    }
                );
            case FaultKind.NoId:
                return await Over(ReplyShape.WithoutId(reply));
            case FaultKind.SameId:
                return await Over(
                    ReplyShape.WithId(reply, id => requestContext.Sandbox.Faults.FirstId(requestContext.Operation!, id))
                );
            case FaultKind.Truncated:
                requestContext.Status(reply.Status);
                await reply.SendHalf(Http);
                return true;
            default:
                return false;
        }
    }

    private Task<bool> Reset()
    {
        Http.Abort();
        return Task.FromResult(true);
    }

    /// <summary>Until the other side gives up or the sandbox stops.</summary>
    private async Task<bool> Hang()
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            Http.RequestAborted,
            requestContext.Sandbox.Stopping
        );
        await Task.Delay(Timeout.InfiniteTimeSpan, over.Token).ContinueWith(_ => { }, TaskScheduler.Default);
        return await Reset();
    }

    private async Task<bool> Over(HttpReply reply)
    {
        await requestContext.Send(reply);
        return true;
    }

    private HttpReply Error(int status)
    {
        var reply = HttpReply.From(
            Answer.Fail(status, $"The sandbox was asked to answer {status} here."),
            requestContext.RequestId
        );
        return _rule!.Seconds is { } seconds
            ? reply with
            {
                Headers =
                [
                    .. reply.Headers,
                    ("Retry-After", Math.Ceiling(seconds).ToString(CultureInfo.InvariantCulture)),
                ],
            }
            : reply;
    }

    private static HttpReply Page(int status) =>
        HttpReply.Text(
            status,
            "<!DOCTYPE html><html><head><title>Bad gateway</title></head><body><h1>The sandbox's gateway has failed</h1></body></html>",
            "text/html"
        );

    /// <summary>To a path that does not exist: who follows it leaves a violation.</summary>
    private static HttpReply Elsewhere(int status) =>
        HttpReply.Text(status, "Moved.") with
        {
            Headers = [("Location", $"{ApiOperations.BasePath}/moved")],
        };
}
