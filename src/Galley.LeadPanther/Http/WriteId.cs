using System.Text.RegularExpressions;

namespace Galley.LeadPanther.Http;

/// <summary>The request id that a write brings: 1 to 128 letters, digits, <c>.</c>, <c>_</c>, <c>:</c> and <c>-</c>.</summary>
internal static partial class WriteId
{
    public const string Header = "X-Request-Id";

    public static void Add(HttpRequestMessage request, string id)
    {
        if (!Form().IsMatch(id))
        {
            throw new ArgumentException(
                "A request id has 1 to 128 letters, digits, '.', '_', ':' and '-'.",
                nameof(id)
            );
        }

        request.Headers.Add(Header, id);
    }

    [GeneratedRegex(@"\A[A-Za-z0-9._:-]{1,128}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
