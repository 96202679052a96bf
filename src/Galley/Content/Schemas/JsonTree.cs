using Galley.Content.Yaml;
using Newtonsoft.Json.Linq;

namespace Galley.Content.Schemas;

/// <summary>Nodes as JSON for NJsonSchema. Each token knows its node, and so its position in the file.</summary>
internal static class JsonTree
{
    public static JToken From(Node node)
    {
        JToken token = node switch
        {
            MappingNode mapping => Object(mapping),
            SequenceNode sequence => new JArray(sequence.Items.Select(From)),
            ScalarNode scalar => Value(scalar),
            UnreadableNode => JValue.CreateNull(),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
        token.AddAnnotation(node);
        return token;
    }

    /// <summary>The node of a token.</summary>
    public static Node? NodeOf(JToken? token) =>
        (token is JProperty property ? property.Value : token)?.Annotation<Node>();

    private static JObject Object(MappingNode mapping)
    {
        var json = new JObject();
        foreach (var field in mapping.Fields)
        {
            json.Add(field.Name, From(field.Value));
        }

        return json;
    }

    private static JValue Value(ScalarNode scalar) =>
        scalar.Kind switch
        {
            ScalarKind.Null => JValue.CreateNull(),
            ScalarKind.Boolean => new JValue(CoreSchema.Boolean(scalar.Text)),
            ScalarKind.Integer => new JValue((long)CoreSchema.Number(scalar.Text)!.Value),
            ScalarKind.Number => new JValue(CoreSchema.Number(scalar.Text)!.Value),
            _ => new JValue(scalar.Text),
        };
}
