namespace Galley.LeadPanther.Http;

/// <summary>
/// Knows whether a byte of one request was ever handed to its connection. It stands inside TLS, so a handshake
/// does not count. Once sealed nothing can pass any more: "nothing was sent" stays true.
/// </summary>
internal sealed class SendLatch
{
    private const int Fresh = 0;
    private const int Passed = 1;
    private const int Sealed = 2;

    private int _state;
    private int _connections;

    public bool HasPassed => Volatile.Read(ref _state) == Passed;

    /// <summary>True: nothing was sent, and now nothing will be.</summary>
    public bool TrySeal() => Interlocked.CompareExchange(ref _state, Sealed, Fresh) != Passed;

    /// <summary>The one connection of this request; the handler's own retry on a second one is refused.</summary>
    public Stream Guard(Stream connection) =>
        Interlocked.Increment(ref _connections) == 1
            ? new LatchedStream(connection, this)
            : throw new IOException("This request is sent once, over one connection.");

    public void Pass()
    {
        if (Interlocked.CompareExchange(ref _state, Passed, Fresh) == Sealed)
        {
            throw new IOException("This request was given up before it was sent.");
        }
    }
}
