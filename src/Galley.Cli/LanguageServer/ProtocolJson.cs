using System.Text.Json;
using System.Text.Json.Serialization;

namespace Galley.Cli.LanguageServer;

internal static class ProtocolJson
{
    /// <summary>The protocol's: names in camel case, and what is null is left out.</summary>
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };
}
