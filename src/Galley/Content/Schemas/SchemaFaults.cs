using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using NJsonSchema;
using NJsonSchema.Validation;

namespace Galley.Content.Schemas;

/// <summary>The messages for the errors that the validator found.</summary>
internal static class SchemaFaults
{
    public static Fault From(ValidationError error, MappingNode root)
    {
        var node = JsonTree.NodeOf(error.Token) ?? root;
        var name = NameOf(error);
        return error.Kind switch
        {
            ValidationErrorKind.NoAdditionalPropertiesAllowed => Unknown(error, root),
            ValidationErrorKind.PropertyRequired => Missing(error, node),
            ValidationErrorKind.NotInEnumeration => NotAllowed(error.Schema, name, node),
            ValidationErrorKind.PatternMismatch or ValidationErrorKind.StringTooShort => WrongForm(
                error.Schema,
                name,
                node
            ),
            ValidationErrorKind.NumberTooSmall => TooSmall(error.Schema, name, node),
            ValidationErrorKind.TooManyItems => TooMany(error.Schema, name, node),
            _ => WrongType(error.Schema, name, node, isEntry: error.Path?.EndsWith(']') == true),
        };
    }

    private static Fault Unknown(ValidationError error, MappingNode root)
    {
        var field = FieldOf(error, root);
        var known = error.Schema.Properties.Keys;
        return new Fault(
            SettingsCodes.UnknownField,
            field.At,
            $"There is no field `{field.Name}` here.",
            Suggestion.DidYouMean(field.Name, known) + $"The fields are: {string.Join(", ", known)}."
        );
    }

    private static Fault Missing(ValidationError error, Node node)
    {
        var name = error.Property!;
        return new Fault(
            SettingsCodes.MissingField,
            node.At,
            $"The field `{name}` is missing.",
            $"Add it, for example: {SchemaExample.Line(name, error.Schema.Properties[name])}"
        );
    }

    private static Fault NotAllowed(JsonSchema schema, string name, Node node)
    {
        var allowed = schema.Enumeration.OfType<string>().ToArray();
        var typed = node is ScalarNode scalar ? scalar.Text : "";
        return new Fault(
            SettingsCodes.NotAllowed,
            node.At,
            $"`{name}` can't be {SchemaExample.Shown(node)}.",
            Suggestion.DidYouMean(typed, allowed)
                + (
                    allowed.Length == 1
                        ? $"Write {allowed[0]}, or delete the field."
                        : $"Write one of: {string.Join(", ", allowed)}."
                )
        );
    }

    private static Fault WrongForm(JsonSchema schema, string name, Node node) =>
        new(
            SettingsCodes.WrongForm,
            node.At,
            node is ScalarNode { Text: "" }
                ? $"`{name}` is empty."
                : $"`{name}` does not have the right format: it is {SchemaExample.Shown(node)}.",
            $"Write it like this: {SchemaExample.Line(name, schema)}"
        );

    private static Fault TooSmall(JsonSchema schema, string name, Node node) =>
        new(
            SettingsCodes.OutOfRange,
            node.At,
            $"`{name}` must be at least {schema.Minimum}, but it is {SchemaExample.Shown(node)}.",
            $"Write it like this: {SchemaExample.Line(name, schema)}"
        );

    private static Fault TooMany(JsonSchema schema, string name, Node node) =>
        new(
            SettingsCodes.OutOfRange,
            node.At,
            $"`{name}` has {(node as SequenceNode)?.Items.Count} entries. It can have up to {schema.MaxItems}.",
            "Delete the entries that you don't need."
        );

    private static Fault WrongType(JsonSchema schema, string name, Node node, bool isEntry)
    {
        var isTextWithoutQuotes =
            schema.Type.HasFlag(JsonObjectType.String)
            && node is ScalarNode { Kind: ScalarKind.Integer or ScalarKind.Number or ScalarKind.Boolean };
        return new Fault(
            SettingsCodes.WrongType,
            node.At,
            $"{(isEntry ? "An entry of " : "")}`{name}` should be {SchemaExample.TypesOf(schema)}, but it is {SchemaExample.Shown(node)}.",
            isTextWithoutQuotes
                ? $"Put it in quotes: {(isEntry ? "-" : $"{name}:")} \"{((ScalarNode)node).Text}\""
                : $"Write it like this: {(isEntry ? SchemaExample.Entry(schema) : SchemaExample.Line(name, schema))}"
        );
    }

    /// <summary>The last name in <c>#/followups.comments[0].text</c>. An item of a list has the name of the list.</summary>
    private static string NameOf(ValidationError error)
    {
        var path = error.Path ?? "";
        var last = path[(path.LastIndexOfAny(['.', '/']) + 1)..];
        return last.IndexOf('[', StringComparison.Ordinal) is > 0 and var end ? last[..end] : last;
    }

    private static Field FieldOf(ValidationError error, MappingNode root)
    {
        var owner =
            JsonTree.NodeOf(error.Token?.Parent) as MappingNode ?? JsonTree.NodeOf(error.Token) as MappingNode ?? root;
        return owner.Find(error.Property!) ?? new Field(error.Property!, owner.At, owner);
    }
}
