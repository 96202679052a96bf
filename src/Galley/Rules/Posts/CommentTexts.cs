using System.Globalization;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.Posts;

/// <summary>Empty, or over the limit once its placeholders have their values.</summary>
internal sealed class CommentTexts : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        from place in FollowupPlace.AllOf(context)
        from problem in place.Followups.Comments.SelectMany(
            (comment, index) => Check(comment, index, place, context.Limits.CommentText)
        )
        select problem;

    private static IEnumerable<Problem> Check(Comment comment, int index, FollowupPlace place, int limit)
    {
        var at = place.At(index, "text");
        if (HiddenCharacters.AreAll(comment.Text))
        {
            yield return place.Problem(
                PostCodes.EmptyComment,
                at,
                $"{place.Subject(index)} is empty.",
                "Write its text, or delete it."
            );
        }

        var length = place.Tagged(Placeholders.Resolve(comment.Text, place.Values)).Length;
        if (length <= limit)
        {
            yield break;
        }

        yield return place.Problem(
            PostCodes.CommentTooLong,
            at,
            string.Create(
                CultureInfo.InvariantCulture,
                $"{place.Subject(index)} has {length:N0} characters. The limit is {limit:N0}."
            ),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Delete {length - limit:N0} characters, or write two comments."
            )
        );
    }
}
