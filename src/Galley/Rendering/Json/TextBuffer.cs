using System.Buffers;
using System.Text;

namespace Galley.Rendering.Json;

/// <summary>Where a JSON writer puts its UTF-8: what is written goes on as text at once.</summary>
internal sealed class TextBuffer(TextWriter to) : IBufferWriter<byte>
{
    private const int Piece = 32 << 10;

    private readonly Decoder _decoder = Encoding.UTF8.GetDecoder();
    private byte[] _bytes = new byte[Piece];
    private char[] _text = new char[Piece + 1];

    public void Advance(int count)
    {
        // No piece of UTF-8 has more characters than bytes, and the decoder keeps the part of one that is cut.
        var length = _decoder.GetChars(_bytes.AsSpan(0, count), _text, flush: false);
        to.Write(_text, 0, length);
    }

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (sizeHint > _bytes.Length)
        {
            (_bytes, _text) = (new byte[sizeHint], new char[sizeHint + 1]);
        }

        return _bytes;
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;
}
