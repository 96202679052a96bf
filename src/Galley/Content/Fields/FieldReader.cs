using System.Collections.Immutable;
using Galley.Content.Yaml;

namespace Galley.Content.Fields;

/// <summary>
/// Typed access to a mapping after the schema check. The schema reports a value of a wrong type; here such a value reads as
/// absent.
/// </summary>
internal readonly record struct FieldReader(MappingNode Mapping)
{
    public Node? Node(string name) => Mapping.Find(name)?.Value;

    public string? Text(string name) => TextOf(Node(name));

    /// <summary>The text of a scalar that can look like a number, such as the code <c>1234</c>.</summary>
    public string? Code(string name) =>
        Node(name) is ScalarNode { Kind: not (ScalarKind.Null or ScalarKind.Boolean) } scalar ? scalar.Text : null;

    public bool? Boolean(string name) =>
        Node(name) is ScalarNode { Kind: ScalarKind.Boolean } scalar ? CoreSchema.Boolean(scalar.Text) : null;

    public int? Integer(string name) =>
        Node(name) is ScalarNode { Kind: ScalarKind.Integer } scalar
        && CoreSchema.Number(scalar.Text) is >= int.MinValue and <= int.MaxValue and var number
            ? (int)number
            : null;

    public FieldReader? Fields(string name) => From(Node(name));

    public IReadOnlyList<Node> List(string name) => Node(name) is SequenceNode list ? list.Items : [];

    public ImmutableArray<string> Texts(string name) => [.. List(name).Select(TextOf).OfType<string>()];

    /// <summary>Whether the field is there and is explicitly null.</summary>
    public bool IsNull(string name) => Node(name) is ScalarNode { Kind: ScalarKind.Null };

    public static FieldReader? From(Node? node) => node is MappingNode mapping ? new FieldReader(mapping) : null;

    public static string? TextOf(Node? node) =>
        node is ScalarNode { Kind: ScalarKind.Text } scalar ? scalar.Text : null;
}
