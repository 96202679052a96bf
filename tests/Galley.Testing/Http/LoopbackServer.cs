using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Galley.Testing.Http;

/// <summary>
/// A server on a free port of 127.0.0.1 that speaks raw sockets, so that it can misbehave in every way, and keeps all
/// that it received.
/// </summary>
public sealed class LoopbackServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<ReceivedRequest> _requests = new();
    private readonly ConcurrentBag<Task> _conversations = [];
    private readonly Func<LoopbackConnection, CancellationToken, Task> _conversation;
    private readonly Task _accepting;
    private int _connections;

    private LoopbackServer(Func<LoopbackConnection, CancellationToken, Task> conversation)
    {
        _conversation = conversation;
        _listener.Start();
        _accepting = Accept();
    }

    public string Url => $"http://{_listener.LocalEndpoint}";

    public IReadOnlyList<ReceivedRequest> Requests => [.. _requests];

    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Answers every request of every connection.</summary>
    public static LoopbackServer Answering(Func<ReceivedRequest, Reply> answer) =>
        Conversing(
            async (connection, cancellationToken) =>
            {
                while (await connection.ReadRequest(cancellationToken) is { } request)
                {
                    var reply = answer(request);
                    await connection.Write(reply, cancellationToken);
                    if (reply.ThenClose)
                    {
                        return;
                    }
                }
            }
        );

    /// <summary>Gives these answers in turn, the last one again and again.</summary>
    public static LoopbackServer Answering(params Reply[] replies)
    {
        var turn = -1;
        return Answering(_ => replies[Math.Min(Interlocked.Increment(ref turn), replies.Length - 1)]);
    }

    /// <summary>Leaves each connection to the test; it is closed when the conversation ends.</summary>
    public static LoopbackServer Conversing(Func<LoopbackConnection, CancellationToken, Task> conversation) =>
        new(conversation);

    /// <summary>A loopback address at which nothing listens.</summary>
    public static string UrlOfNobody()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://{listener.LocalEndpoint}";
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _accepting;
        _listener.Dispose();
        await Task.WhenAll(_conversations);
        _stop.Dispose();
    }

    private async Task Accept()
    {
        try
        {
            while (!_stop.IsCancellationRequested)
            {
                _conversations.Add(Converse(await _listener.AcceptSocketAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task Converse(Socket socket)
    {
        using var _ = socket;
        try
        {
            await _conversation(
                new LoopbackConnection(socket, Interlocked.Increment(ref _connections), _requests.Enqueue),
                _stop.Token
            );
        }
        catch (Exception e)
            when (e is OperationCanceledException or SocketException or IOException or ObjectDisposedException)
        {
            // The other end hung up, or the test is over: neither is this server's to judge.
        }
    }
}
