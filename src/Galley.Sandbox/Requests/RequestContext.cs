using System.Collections.Immutable;
using Galley.Sandbox.Accounts;
using Galley.Sandbox.Faults;
using Galley.Sandbox.Responses;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Requests;

/// <summary>One request under way: it is in the log from the start, and its answer goes out through here.</summary>
internal sealed class RequestContext
{
    private readonly int _number;

    public RequestContext(HttpContext http, SandboxContext sandbox, string host, string? operation)
    {
        (Http, Sandbox, Operation) = (http, sandbox, operation);
        Key = AccessCheck.KeyOf(http.Request, sandbox.Accounts)?.Without(sandbox.Faults.Plan.WithoutScopes);
        RequestId = sandbox.State.NextRequestId();
        Faults = operation is null ? [] : sandbox.Faults.Next(operation);
        FaultInjector = new FaultInjector(this);
        _number = sandbox.Log.Add(
            new SandboxRequest
            {
                At = sandbox.Now,
                Host = host,
                Method = http.Request.Method,
                Path = http.Request.Path + http.Request.QueryString,
                Operation = operation,
                Actor = Key is null ? null : $"{Key.ActorType} {Key.UserId}",
                Fault = Faults.IsEmpty ? null : string.Join(", ", Faults.Select(FaultText.KindOf)),
                RequestId = RequestId,
                OwnRequestId = OwnRequestId.From(http.Request),
            }
        );
    }

    public HttpContext Http { get; }
    public SandboxContext Sandbox { get; }
    public string? Operation { get; }
    public SandboxKey? Key { get; }
    public string RequestId { get; }
    public ImmutableArray<FaultRule> Faults { get; }
    public FaultInjector FaultInjector { get; }

    public void Violate(string what) => Sandbox.Log.Violate(_number, what);

    public void Status(int status) => Sandbox.Log.Change(_number, request => request with { Status = status });

    public async Task<byte[]> ReadBody(bool asText)
    {
        using var body = new MemoryStream();
        await Http.Request.Body.CopyToAsync(body, Http.RequestAborted);
        var bytes = body.ToArray();
        if (asText && bytes.Length > 0)
        {
            Sandbox.Log.Change(_number, request => request with { Body = System.Text.Encoding.UTF8.GetString(bytes) });
        }

        return bytes;
    }

    public async Task Send(HttpReply reply)
    {
        if (Sandbox.Latency > TimeSpan.Zero)
        {
            await Task.Delay(Sandbox.Latency, Http.RequestAborted);
        }

        Status(reply.Status);
        await reply.Send(Http);
    }

    /// <summary>The answer as the rules shape it, or the fault that takes its place.</summary>
    public async Task Finish(HttpReply reply)
    {
        var shaped = ReplyShape.Apply(Faults, reply);
        if (!await FaultInjector.AfterStore(shaped))
        {
            await Send(shaped);
        }
    }
}
