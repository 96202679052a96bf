namespace Galley.LeadPanther.Http;

internal static class AnswerHeaders
{
    public static string? RequestId(HttpResponseMessage response) =>
        response.Headers.TryGetValues(WriteId.Header, out var values) ? values.FirstOrDefault() : null;
}
