using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>A value in a YAML file and where it stands. The set is closed: mapping, list, scalar, unread.</summary>
internal abstract class Node(Position at)
{
    public Position At { get; } = at;
}
