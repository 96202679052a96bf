using System.Text.RegularExpressions;
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
            ValidationErrorKind.PropertyRequired => Missing(error, node),
            ValidationErrorKind.NotInEnumeration => NotAllowed(error.Schema, name, node),
            ValidationErrorKind.PatternMismatch or ValidationErrorKind.StringTooShort => WrongForm(
                error.Schema,
                name,
                node
            ),
            ValidationErrorKind.NotOneOf => OneSource(node),
            ValidationErrorKind.NumberTooSmall => TooSmall(error.Schema, name, node),
            ValidationErrorKind.TooManyItems => TooMany(error.Schema, name, node),
            _ => WrongType(error.Schema, name, node, isEntry: error.Path?.EndsWith(']') == true),
        };
    }

    private static Fault OneSource(Node node) =>
        node is MappingNode source
            ? new Fault(
                SettingsCodes.OneSource,
                node.At,
                source.Find("url") is null
                    ? "There is neither `file` nor `url` here."
                    : "There are both `file` and `url` here.",
                "Keep one: {file: pipeline.png} for a file of the client, or {url: https://…} for a public URL."
            )
            : new Fault(SettingsCodes.WrongType, node.At, "A picture or document is not written like this.", "");

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
        )
        {
            Fix = Meant(typed, allowed) is { } meant ? Replace(node, meant) : null,
        };
    }

    /// <summary>Other capitals, hyphens or spaces, or one slip of the fingers in a long word that only one value is near to.</summary>
    private static string? Meant(string typed, string[] allowed)
    {
        const int ShortestTypo = 5;
        var near = Array.FindAll(allowed, value => Suggestion.Distance(typed, value) <= 1);
        return near is [var only] && (typed.Length >= ShortestTypo || Suggestion.Distance(typed, only) == 0)
            ? only
            : null;
    }

    private static Fix? Replace(Node node, string text) =>
        node is ScalarNode { End: { } end } ? new Fix(node.At, end, text) : null;

    private static Fault WrongForm(JsonSchema schema, string name, Node node) =>
        new(
            SettingsCodes.WrongForm,
            node.At,
            node is ScalarNode { Text: "" } ? $"`{name}` is empty."
                : node is ScalarNode { Text: var text } && SecretField.IsAddress(name, text)
                    ? $"`{name}` holds an address. It takes the name of an environment variable that holds the address."
                : $"`{name}` does not have the right format: it is {SchemaExample.Shown(node)}.",
            $"Write it like this: {SchemaExample.Line(name, schema)}"
        )
        {
            Fix = WithoutSpaces(schema, node) is { } right ? Replace(node, right) : null,
        };

    /// <summary><c>24 h</c> is <c>24h</c>. Null where the spaces are not all that is wrong.</summary>
    private static string? WithoutSpaces(JsonSchema schema, Node node) =>
        node is ScalarNode scalar
        && scalar.Text.Replace(" ", "", StringComparison.Ordinal) is { Length: > 0 } text
        && text != scalar.Text
        && schema.ActualSchema.Pattern is { } pattern
        && Regex.IsMatch(text, pattern)
            ? text
            : null;

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
        if (node is ScalarNode { Style: ScalarStyle.Plain } plain && YamlSlip.Find(plain.Text, plain.At) is { } slip)
        {
            return slip with { At = node.At };
        }

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
        )
        {
            Fix = isTextWithoutQuotes ? Replace(node, $"\"{((ScalarNode)node).Text}\"") : null,
        };
    }

    /// <summary>The last name in <c>#/followups.comments[0].text</c>. An item of a list has the name of the list.</summary>
    public static string NameOf(ValidationError error)
    {
        var path = error.Path ?? "";
        var last = path[(path.LastIndexOfAny(['.', '/']) + 1)..];
        return last.IndexOf('[', StringComparison.Ordinal) is > 0 and var end ? last[..end] : last;
    }
}
