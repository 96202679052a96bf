using Galley.Content.Yaml;
using Newtonsoft.Json.Linq;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Galley.Content.Schemas;

/// <summary>
/// NJsonSchema's check. It is a separate class, so that its libraries are loaded only for files that are not surely valid.
/// </summary>
internal sealed class FullSchemaCheck(string text)
{
    /// <summary>A list with a hundred wrong items is one mistake, not a hundred.</summary>
    private const int MostFaults = 20;

    private readonly JsonSchema _schema = JsonSchema.FromJsonAsync(text).GetAwaiter().GetResult();

    /// <summary>Empty for a valid file.</summary>
    public IEnumerable<ValidationError> On(MappingNode root) =>
        new JsonSchemaValidator()
            .Validate(JsonTree.From(root), _schema, SchemaType.JsonSchema)
            .SelectMany(Leaves)
            .Take(MostFaults);

    /// <summary>The errors of the items and fields inside, and not the errors of the values around them.</summary>
    private static IEnumerable<ValidationError> Leaves(ValidationError error) =>
        error switch
        {
            ChildSchemaValidationError { Kind: not ValidationErrorKind.NotOneOf } parent => parent
                .Errors.Values.SelectMany(errors => errors)
                .SelectMany(Leaves),
            MultiTypeValidationError { Token: { } token } choice
                when choice.Errors.TryGetValue(TypeOf(token), out var inside) => inside.SelectMany(Leaves),
            _ => [error],
        };

    private static JsonObjectType TypeOf(JToken token) =>
        token.Type switch
        {
            JTokenType.Array => JsonObjectType.Array,
            JTokenType.Object => JsonObjectType.Object,
            JTokenType.String => JsonObjectType.String,
            _ => JsonObjectType.None,
        };
}
