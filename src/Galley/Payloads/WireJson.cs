using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Galley.Payloads;

/// <summary>Request bodies as bytes on the wire: members in the documentation's order, text unescaped where JSON allows.</summary>
internal static class WireJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonObject body) => body.ToJsonString(Options);
}
