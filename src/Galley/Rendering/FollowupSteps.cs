using Galley.Content;

namespace Galley.Rendering;

/// <summary>One thing that happens after a post went out: a comment, or a reaction.</summary>
/// <param name="Minutes">After the post.</param>
/// <param name="Comment">Null for a reaction.</param>
/// <param name="Reaction">Null for a comment.</param>
public sealed record FollowupStep(int Minutes, string? Comment, string? Reaction);

/// <summary>A post's follow-ups as all outputs show them, the first first.</summary>
internal static class FollowupSteps
{
    private const int ReactionAfter = 30;
    private const int CommentAfter = 60;

    public static IEnumerable<FollowupStep> Of(Followups? followups) => All(followups).OrderBy(step => step.Minutes);

    private static IEnumerable<FollowupStep> All(Followups? followups)
    {
        if (followups?.Reaction is { Enabled: not false } reaction)
        {
            yield return new(reaction.DelayMinutes ?? ReactionAfter, null, reaction.ReactionType ?? "like");
        }

        foreach (var comment in followups?.Comments ?? [])
        {
            yield return new(comment.DelayMinutes ?? CommentAfter, comment.Text, null);
        }
    }
}
