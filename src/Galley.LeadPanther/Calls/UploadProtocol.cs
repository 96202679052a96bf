using System.Net.Http.Headers;
using System.Text.Json;
using Galley.Api;
using Galley.LeadPanther.Http;
using Galley.LeadPanther.Responses;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Calls;

/// <summary>
/// § Create Media Upload URL, and what it does not say. Assumed, and assumed here only: the file goes to
/// <c>upload_url</c> by PUT with its Content-Type and without the API key, any 2xx means stored, <c>token</c> is unused,
/// and the file is then at <c>public_url</c>. Listed in docs/guarantees.md.
/// </summary>
internal static class UploadProtocol
{
    public static HttpRequestMessage Ask(Uri address, Upload upload, string requestId)
    {
        var content = new ByteArrayContent(Question(upload));
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content };
        WriteId.Add(request, requestId);
        return request;
    }

    /// <summary>Null unless both addresses are there and safe.</summary>
    public static UploadTicket? Ticket(ApiAnswer answer) =>
        answer.Root.Object("data") is { } data
        && Address(data, "upload_url") is { } put
        && Address(data, "public_url") is not null
            ? new UploadTicket(put, data.Text("public_url")!, answer.RequestId)
            : null;

    public static HttpRequestMessage Put(UploadTicket ticket, Upload upload, Stream file)
    {
        var content = new StreamContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(upload.ContentType);
        content.Headers.ContentLength = upload.Size;
        return new HttpRequestMessage(HttpMethod.Put, ticket.PutTo) { Content = content };
    }

    private static byte[] Question(Upload upload)
    {
        using var body = new MemoryStream();
        using (var json = new Utf8JsonWriter(body))
        {
            json.WriteStartObject();
            json.WriteString("filename", upload.FileName);
            json.WriteString("content_type", upload.ContentType);
            json.WriteNumber("file_size", upload.Size);
            json.WriteEndObject();
        }
        return body.ToArray();
    }

    private static Uri? Address(JsonElement data, string name) =>
        Uri.TryCreate(data.Text(name), UriKind.Absolute, out var address) && SafeAddress.IsSafe(address)
            ? address
            : null;
}
