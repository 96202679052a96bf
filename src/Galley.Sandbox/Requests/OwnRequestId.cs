using System.Text.RegularExpressions;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Requests;

/// <summary>The errors page: a request may bring its own id.</summary>
internal static partial class OwnRequestId
{
    public const string Header = "X-Request-Id";

    public static string? From(HttpRequest request) =>
        request.Headers.TryGetValue(Header, out var given) ? given.ToString() : null;

    /// <returns>Null when there is none, or a good one.</returns>
    public static Answer? Refusal(HttpRequest request) =>
        From(request) is not { } id || Form().IsMatch(id)
            ? null
            : Answer.Violate(
                400,
                "bad_request",
                $"{Header} must be 1 to 128 letters, digits, dots, underscores, colons or hyphens, not \"{id}\"."
            );

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,128}\z")]
    private static partial Regex Form();
}
