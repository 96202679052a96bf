namespace Galley.Ledger;

/// <summary>
/// Bytes that grow at their end, each length a value of its own. What is appended stands behind what is there already, so that
/// many small appends cost what they add; only where there is no room, or another value took it, all of it is copied.
/// </summary>
internal readonly struct AppendBuffer
{
    private readonly Room? _room;
    private readonly int _length;

    private AppendBuffer(Room room, int length)
    {
        _room = room;
        _length = length;
    }

    public ReadOnlyMemory<byte> All => _room is null ? default : _room.Bytes.AsMemory(0, _length);

    /// <summary>Takes the array over: it is not to be changed afterwards.</summary>
    public static AppendBuffer From(byte[] bytes, int length) => new(new Room(bytes, length), length);

    public AppendBuffer Append(ReadOnlySpan<byte> more)
    {
        var length = _length + more.Length;
        var room = _room is not null && _room.TryTake(_length, length) ? _room : Larger(length);
        more.CopyTo(room.Bytes.AsSpan(_length));
        return new AppendBuffer(room, length);
    }

    private Room Larger(int length)
    {
        // Not zeroed first: a large client's file is megabytes.
        var bytes = GC.AllocateUninitializedArray<byte>((int)Math.Min(Array.MaxLength, Math.Max(1024, 2L * length)));
        All.Span.CopyTo(bytes);
        return new Room(bytes, length);
    }

    /// <param name="used">How much of it is some value's: behind that anyone may append, once.</param>
    private sealed class Room(byte[] bytes, int used)
    {
        private int _used = used;

        public byte[] Bytes => bytes;

        public bool TryTake(int from, int to) =>
            to <= bytes.Length && Interlocked.CompareExchange(ref _used, to, from) == from;
    }
}
