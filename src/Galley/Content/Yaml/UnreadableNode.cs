using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>A value that was refused and reported: an alias, or a value with an anchor or a tag.</summary>
internal sealed class UnreadableNode(Position at) : Node(at)
{
    /// <summary>Whether a value is unreadable, or contains an unreadable one.</summary>
    public static bool IsIn(Node node) =>
        node switch
        {
            UnreadableNode => true,
            MappingNode mapping => mapping.Fields.Any(field => IsIn(field.Value)),
            SequenceNode list => list.Items.Any(IsIn),
            _ => false,
        };
}
