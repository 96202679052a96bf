using Galley.LeadPanther.Http;

namespace Galley.LeadPanther.Calls;

/// <param name="Wire">The body as it goes out; null for none.</param>
internal sealed record SingleRequest(HttpMethod Method, Uri Address, string? Wire, string RequestId)
{
    public HttpRequestMessage ToMessage()
    {
        var message = new HttpRequestMessage(Method, Address)
        {
            Content = Wire is null ? null : new SingleUseContent(Wire),
        };
        WriteId.Add(message, RequestId);
        return message;
    }
}
