namespace Galley.Content.Yaml;

internal sealed class SequenceNode(Position at) : Node(at)
{
    readonly List<Node> items = [];

    public IReadOnlyList<Node> Items => items;

    public void Add(Node item) => items.Add(item);
}
