using Galley.Diagnostics;

namespace Galley.Content.Yaml;

/// <summary>A value that Galley refuses to read, and has said so of: an alias, or what carries an anchor or a tag.</summary>
internal sealed class UnreadableNode(Position at) : Node(at)
{
    /// <summary>Whether a value is one, or holds one.</summary>
    public static bool IsIn(Node node) =>
        node switch
        {
            UnreadableNode => true,
            MappingNode mapping => mapping.Fields.Any(field => IsIn(field.Value)),
            SequenceNode list => list.Items.Any(IsIn),
            _ => false,
        };
}
