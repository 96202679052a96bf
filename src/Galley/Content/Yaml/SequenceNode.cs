using Galley.Diagnostics;

namespace Galley.Content.Yaml;

internal sealed class SequenceNode(Position at) : Node(at)
{
    private readonly List<Node> _items = [];

    public IReadOnlyList<Node> Items => _items;

    public void Add(Node item) => _items.Add(item);
}
