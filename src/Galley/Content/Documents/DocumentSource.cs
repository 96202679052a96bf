using Galley.Content.Yaml;
using Galley.Diagnostics;

namespace Galley.Content.Documents;

/// <summary>Finds positions in the nodes of the file.</summary>
internal sealed class DocumentSource(string path, MappingNode root) : ISourceMap
{
    public string Path { get; } = path;
    public string BodyPath { get; init; } = path;
    public Position BodyStart { get; init; } = Position.Start;

    public Position At(params ReadOnlySpan<object> steps)
    {
        Node node = root;
        foreach (var step in steps)
        {
            if (Child(node, step) is not { } child)
            {
                break;
            }

            node = child;
        }

        return node.At;
    }

    public Position? EndOf(string field) => (root.Find(field)?.Value as ScalarNode)?.End;

    private static Node? Child(Node node, object step) =>
        (node, step) switch
        {
            (MappingNode mapping, string name) => mapping.Find(name)?.Value,
            (SequenceNode sequence, int index) when index >= 0 && index < sequence.Items.Count => sequence.Items[index],
            _ => null,
        };
}
