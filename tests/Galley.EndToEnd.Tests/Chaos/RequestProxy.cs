using System.Net.Sockets;
using System.Text;
using Galley.Testing.Http;

namespace Galley.EndToEnd.Tests.Chaos;

/// <summary>
/// Stands on the wire between galley and a sandbox, and tells each boundary of each request. What is told may wait, and then
/// the wire waits: so a test reaches any instant without a seam in the product.
/// </summary>
internal sealed class RequestProxy : IAsyncDisposable
{
    private readonly Uri _target;
    private readonly LoopbackServer _server;
    private readonly Func<string, string> _rewrite;

    /// <param name="rewrite">What the other end's answer is turned into; of the same length.</param>
    public RequestProxy(Uri target, Func<string, string>? rewrite = null)
    {
        _target = target;
        _rewrite = rewrite ?? (static answer => answer);
        _server = LoopbackServer.Conversing(Pass);
    }

    /// <summary>The other end's base URL, by way of this tap.</summary>
    public string Url => _server.Url + _target.AbsolutePath;

    /// <summary>Told at each boundary, with the request's method and path.</summary>
    public Func<Boundary, string, Task> At { get; set; } = static (_, _) => Task.CompletedTask;

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private async Task Pass(LoopbackConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.ReadRequest(cancellationToken) is not { } request)
        {
            return;
        }

        await At(Boundary.Sent, request.Line).WaitAsync(cancellationToken);
        if (await Ask(request, cancellationToken) is not { } answer)
        {
            connection.Reset();
            return;
        }

        await At(Boundary.Stored, request.Line).WaitAsync(cancellationToken);
        await connection.Write(_rewrite(answer), cancellationToken);
        await At(Boundary.Answered, request.Line).WaitAsync(cancellationToken);
    }

    /// <summary>The sandbox's bytes; null when it cut the connection before the first.</summary>
    private async Task<string?> Ask(ReceivedRequest request, CancellationToken cancellationToken)
    {
        using var socket = new TcpClient();
        var answer = new MemoryStream();
        try
        {
            await socket.ConnectAsync(_target.Host, _target.Port, cancellationToken);
            await socket.GetStream().WriteAsync(Bytes(request), cancellationToken);
            await socket.GetStream().CopyToAsync(answer, cancellationToken);
        }
        catch (Exception e) when (e is IOException or SocketException)
        {
            // Cut: what came before that is passed on.
        }

        return answer.Length == 0 ? null : Encoding.UTF8.GetString(answer.ToArray());
    }

    private static byte[] Bytes(ReceivedRequest request)
    {
        var headers = request.Headers.Where(header =>
            !header.Key.Equals("Connection", StringComparison.OrdinalIgnoreCase)
        );
        var head =
            $"{request.Line} "
            + $"HTTP/1.1\r\n{string.Concat(headers.Select(header => $"{header.Key}: {header.Value}\r\n"))}Connection: "
            + "close\r\n\r\n";
        return [.. Encoding.Latin1.GetBytes(head), .. request.Body];
    }
}
