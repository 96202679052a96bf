using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.Posts;

/// <summary>Comments go out as typed, so Markdown in them shows its marks.</summary>
internal sealed class CommentMarkdown : IRule
{
    public IEnumerable<Problem> Check(RuleContext context) =>
        from place in FollowupPlace.AllOf(context)
        from entry in place.Followups.Comments.Select((comment, index) => (comment.Text, index))
        let found = UnreadMarks.FirstIn(entry.Text)
        where found is not null
        select place.Problem(
            TextCodes.MarkdownNotRead,
            place.At(entry.index, "text"),
            $"{found} in {place.Name(entry.index)} looks like Markdown. Comments are sent as typed, with the marks.",
            "Delete the marks. Write a link as its address alone."
        );
}
