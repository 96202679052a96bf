using Microsoft.OpenApi;

namespace Galley.LeadPanther.Specification;

/// <summary>The schema of an operation's JSON.</summary>
internal static class BodySchema
{
    /// <summary>Of the first answer that means success, or of the request's body; null where there is none.</summary>
    public static IOpenApiSchema? Of(OpenApiOperation operation, bool isInAnswer) =>
        Json(isInAnswer ? Success(operation)?.Content : operation.RequestBody?.Content);

    private static IOpenApiResponse? Success(OpenApiOperation operation) =>
        operation
            .Responses?.Where(response => response.Key.StartsWith('2'))
            .OrderBy(response => response.Key, StringComparer.Ordinal)
            .Select(response => response.Value)
            .FirstOrDefault();

    private static IOpenApiSchema? Json(IDictionary<string, IOpenApiMediaType>? content) =>
        content
            ?.FirstOrDefault(media => media.Key.StartsWith("application/json", StringComparison.OrdinalIgnoreCase))
            .Value?.Schema;
}
