using System.Text;

namespace Galley.Testing.Http;

/// <summary>The bytes of a response, well formed or not.</summary>
public sealed record Reply(string Bytes, bool ThenClose = false)
{
    public static Reply Json(int status, string json, params string[] headers) =>
        From(status, "application/json", json, headers);

    public static Reply From(int status, string contentType, string body, params string[] headers) =>
        new(
            $"HTTP/1.1 {status} Status\r\nContent-Type: {contentType}\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n"
                + string.Concat(headers.Select(header => header + "\r\n"))
                + "\r\n"
                + body
        );

    /// <summary>Promises more than it sends, then hangs up.</summary>
    public static Reply CutOff(int status, string json) =>
        new(
            $"HTTP/1.1 {status} Status\r\nContent-Type: application/json\r\nContent-Length: {json.Length + 10}\r\n\r\n{json}",
            ThenClose: true
        );
}
