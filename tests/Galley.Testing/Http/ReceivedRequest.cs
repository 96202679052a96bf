using System.Collections.Immutable;
using System.Text;

namespace Galley.Testing.Http;

/// <summary>A request as it stood on the wire.</summary>
/// <param name="Target">Path and query.</param>
/// <param name="Headers">In order, as spelt.</param>
/// <param name="Connection">Which of the server's connections it came over, from 1.</param>
public sealed record ReceivedRequest(
    string Method,
    string Target,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    ImmutableArray<byte> Body,
    int Connection
)
{
    public string Text => Encoding.UTF8.GetString(Body.AsSpan());

    public string Line => $"{Method} {Target}";

    public string? Header(string name) =>
        Headers
            .Where(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase))
            .Select(header => header.Value)
            .FirstOrDefault();
}
