using System.Collections.Immutable;

namespace Galley.Content.Fields;

internal static class FollowupsReader
{
    /// <summary>
    /// An explicit null means "none", and the client's default does not apply. The result is null only for an absent field.
    /// </summary>
    public static Followups? Read(FieldReader owner, string name)
    {
        if (owner.IsNull(name))
        {
            return new Followups(null, []);
        }

        return owner.Fields(name) is { } fields ? new Followups(Reaction(fields), Comments(fields)) : null;
    }

    private static Reaction? Reaction(FieldReader fields) =>
        fields.Fields("reaction") is { } reaction
            ? new Reaction(
                reaction.Boolean("enabled"),
                reaction.Integer("delay_minutes"),
                reaction.Text("reaction_type")
            )
            : null;

    private static ImmutableArray<Comment> Comments(FieldReader fields) =>
        [.. fields.List("comments").Select(node => Comment(FieldReader.From(node)))];

    private static Comment Comment(FieldReader? fields) =>
        new(fields?.Text("text") ?? "", fields?.Integer("delay_minutes"));
}
