namespace Galley.LeadPanther.Http;

/// <summary>
/// Knows whether a byte of one request was ever handed to its connection. It stands inside TLS, so a handshake
/// does not count. Once sealed nothing can pass any more: "nothing was sent" stays true.
/// </summary>
/// <param name="isLate">Whether the time is over in which the first byte may go out.</param>
internal sealed class SendLatch(Func<bool>? isLate = null)
{
    private const int Fresh = 0;
    private const int Passed = 1;
    private const int Sealed = 2;

    private int _state;
    private int _connections;

    /// <summary>Its first byte came too late, and was kept back.</summary>
    public bool WasLate { get; private set; }

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
        if (!HasPassed && isLate?.Invoke() == true)
        {
            WasLate = TrySeal();
        }

        if (Interlocked.CompareExchange(ref _state, Passed, Fresh) == Sealed)
        {
            throw new IOException("This request was given up before it was sent.");
        }
    }
}
