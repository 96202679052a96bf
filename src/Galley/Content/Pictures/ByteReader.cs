using System.Buffers.Binary;

namespace Galley.Content.Pictures;

/// <summary>Reads numbers from a stream. After its end all numbers are 0 and <see cref="IsPastEnd"/> is true.</summary>
internal sealed class ByteReader(Stream stream)
{
    private const int BufferSize = 16 * 1024;

    private readonly byte[] _buffer = new byte[BufferSize];
    private long _start;
    private int _count;

    public long Position { get; set; }

    public long Length => stream.Length;

    public bool IsPastEnd => Position > Length;

    public byte Byte() => Take(1)[0];

    public int BigEndian16() => BinaryPrimitives.ReadUInt16BigEndian(Take(2));

    public int LittleEndian16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint BigEndian32() => BinaryPrimitives.ReadUInt32BigEndian(Take(4));

    public uint LittleEndian32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public int LittleEndian24() => LittleEndian16() | (Byte() << 16);

    public bool Begins(ReadOnlySpan<byte> text) => Take(text.Length).SequenceEqual(text);

    /// <summary>Goes on to the byte after the next one with this value. False at the end.</summary>
    public bool SkipPast(byte value)
    {
        while (Position < Length)
        {
            var left = (int)Math.Min(Available(), Length - Position);
            var at = _buffer.AsSpan((int)(Position - _start), left).IndexOf(value);
            Position += at < 0 ? left : at + 1;
            if (at >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private int Available()
    {
        if (Position < _start || Position >= _start + _count)
        {
            Fill();
        }

        return (int)(_start + _count - Position);
    }

    /// <summary>The next bytes, or zeros after the end. Valid until the next call.</summary>
    private ReadOnlySpan<byte> Take(int count)
    {
        if (Position < _start || Position + count > _start + _count)
        {
            Fill();
        }

        var from = (int)(Position - _start);
        Position += count;
        return _buffer.AsSpan(from, count);
    }

    private void Fill()
    {
        _start = Position;
        Array.Clear(_buffer);
        if (_start < Length)
        {
            stream.Position = _start;
            stream.ReadAtLeast(_buffer, BufferSize, throwOnEndOfStream: false);
        }

        _count = BufferSize;
    }
}
