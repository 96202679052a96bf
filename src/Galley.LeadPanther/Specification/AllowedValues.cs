using System.Collections.Immutable;
using Microsoft.OpenApi;

namespace Galley.LeadPanther.Specification;

/// <summary>The values that a schema allows in one field.</summary>
/// <param name="IsAny">The schema has the field and does not limit it.</param>
internal sealed record AllowedValues(bool IsAny, ImmutableArray<string> Values)
{
    // Schemas may refer to themselves.
    private const int Deepest = 16;

    /// <summary>Null where the schema does not have the field.</summary>
    /// <param name="field">As in <see cref="Galley.Api.ApiValue.Field"/>.</param>
    public static AllowedValues? Find(IOpenApiSchema? schema, string field)
    {
        IEnumerable<IOpenApiSchema> at = schema is null ? [] : [schema];
        foreach (var part in field.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
        {
            at = at.SelectMany(found => Branches(found, 0)).SelectMany(found => Child(found, part)).ToList();
        }

        var branches = at.SelectMany(found => Branches(found, 0)).ToList();
        ImmutableArray<string> values = [.. branches.SelectMany(Limits).Distinct()];
        return branches.Count == 0 ? null : new AllowedValues(values.IsEmpty, values);
    }

    private static IEnumerable<IOpenApiSchema> Child(IOpenApiSchema schema, string part) =>
        part switch
        {
            "[]" => schema.Items is { } items ? [items] : [],
            _ => schema.Properties?.TryGetValue(part, out var property) == true ? [property] : [],
        };

    /// <summary>The schema itself, and all that it is made of or may be.</summary>
    private static IEnumerable<IOpenApiSchema> Branches(IOpenApiSchema schema, int depth) =>
        depth == Deepest
            ? []
            :
            [
                schema,
                .. new[] { schema.AllOf, schema.AnyOf, schema.OneOf }
                    .SelectMany(list => list ?? [])
                    .SelectMany(branch => Branches(branch, depth + 1)),
            ];

    private static IEnumerable<string> Limits(IOpenApiSchema schema) =>
        (schema.Enum ?? []).Select(NodeText.Read).Append(schema.Const).OfType<string>();
}
