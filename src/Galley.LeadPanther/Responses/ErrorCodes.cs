namespace Galley.LeadPanther.Responses;

/// <summary>The documented codes of the error envelope.</summary>
internal static class ErrorCodes
{
    public const string NotFound = "not_found";
    public const string Conflict = "conflict";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string NotImplemented = "not_implemented";

    private const string BadRequest = "bad_request";
    private const string Unauthorized = "unauthorized";
    private const string Forbidden = "forbidden";

    /// <summary>
    /// The code that the answer gives or, where it gives none that is documented, the one that its status stands for. An answer
    /// that may have come too soon or half-way (408, 5xx but 501) has none, whatever it says: only <c>not_implemented</c> is sure.
    /// </summary>
    public static string? Of(int status, string? code) =>
        code switch
        {
            NotImplemented => code,
            _ when status is not (>= 400 and < 500 or 501) or 408 or 429 => null,
            NotFound or Conflict or MethodNotAllowed or BadRequest or Unauthorized or Forbidden => code,
            _ => status switch
            {
                400 => BadRequest,
                401 => Unauthorized,
                403 => Forbidden,
                404 => NotFound,
                405 => MethodNotAllowed,
                409 => Conflict,
                501 => NotImplemented,
                _ => null,
            },
        };
}
