using System.Net.Sockets;
using System.Text;

namespace Galley.Testing.Http;

/// <summary>The server's end of one connection, for a test that writes the conversation byte by byte.</summary>
public sealed class LoopbackConnection(Socket socket, int number, Action<ReceivedRequest> record)
{
    private readonly List<byte> _unread = [];

    /// <summary>Every byte that came, whatever was made of it.</summary>
    public long BytesReceived { get; private set; }

    /// <summary>A whole request, or null when the other end is done.</summary>
    public async Task<ReceivedRequest?> ReadRequest(CancellationToken cancellationToken)
    {
        if (await ReadHead(cancellationToken) is not { } head)
        {
            return null;
        }

        var length = int.Parse(head.Header("Content-Length") ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        while (_unread.Count < length)
        {
            if (!await Fill(cancellationToken))
            {
                return null;
            }
        }

        var request = head with { Body = [.. _unread[..length]] };
        _unread.RemoveRange(0, length);
        record(request);
        return request;
    }

    /// <summary>A request's line and headers; its body stays unread and is not recorded.</summary>
    public async Task<ReceivedRequest?> ReadHead(CancellationToken cancellationToken)
    {
        int end;
        while ((end = Encoding.Latin1.GetString([.. _unread]).IndexOf("\r\n\r\n", StringComparison.Ordinal)) < 0)
        {
            if (!await Fill(cancellationToken))
            {
                return null;
            }
        }

        var lines = Encoding.Latin1.GetString([.. _unread[..end]]).Split("\r\n");
        _unread.RemoveRange(0, end + 4);
        var first = lines[0].Split(' ');
        return new ReceivedRequest(first[0], first[1], [.. lines[1..].Select(Header)], [], number);
    }

    public Task Write(Reply reply, CancellationToken cancellationToken) => Write(reply.Bytes, cancellationToken);

    public Task Write(string bytes, CancellationToken cancellationToken) =>
        Write(Encoding.UTF8.GetBytes(bytes), cancellationToken);

    public async Task Write(byte[] bytes, CancellationToken cancellationToken) =>
        await socket.SendAsync(bytes, SocketFlags.None, cancellationToken);

    /// <summary>A stream over the bare socket, for TLS.</summary>
    public Stream Stream() => new NetworkStream(socket, ownsSocket: false);

    /// <summary>Ends the connection with RST, as a crashed server or a cut cable would.</summary>
    public void Reset()
    {
        socket.LingerState = new LingerOption(true, 0);
        socket.Close();
    }

    private async Task<bool> Fill(CancellationToken cancellationToken)
    {
        var buffer = new byte[64 * 1024];
        var count = await socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);
        BytesReceived += count;
        _unread.AddRange(buffer.AsSpan(0, count));
        return count > 0;
    }

    private static KeyValuePair<string, string> Header(string line) =>
        new(
            line[..line.IndexOf(':', StringComparison.Ordinal)],
            line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
        );
}
