using System.Text.Json;

namespace Galley.LeadPanther.Responses;

internal static class Json
{
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    public static JsonElement? TryParse(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonElement.Parse(body.StartsWith(ByteOrderMark) ? body[ByteOrderMark.Length..] : body);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
