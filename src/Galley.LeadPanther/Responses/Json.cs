using System.Text.Json;

namespace Galley.LeadPanther.Responses;

internal static class Json
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static JsonDocument? TryParse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body.Span.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
