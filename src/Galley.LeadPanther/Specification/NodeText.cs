using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Galley.LeadPanther.Specification;

internal static class NodeText
{
    /// <summary>Null for all that is not a text; the readers give a JSON null as a text of their own.</summary>
    public static string? Read(JsonNode? node) =>
        node is JsonValue value && value.TryGetValue<string>(out var text) && !JsonNullSentinel.IsJsonNullSentinel(node)
            ? text
            : null;
}
