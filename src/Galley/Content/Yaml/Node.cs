using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>A value in a YAML file and its position. The set is closed: mapping, list, scalar, unreadable.</summary>
internal abstract class Node(Position at)
{
    public Position At { get; } = at;
}
