using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Markdown;

namespace Galley.Rules.Posts;

/// <summary>In each post's comments, the client's default ones included: those need a value in every post that takes them.</summary>
internal sealed class CommentPlaceholders : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        var shared = post.Followups is null ? context.Content.Client?.Followups : null;
        return PlacesOf(post)
            .Concat((shared?.Comments ?? []).Select((comment, index) => InDefault(post, comment, index)))
            .SelectMany(place => Check(post, place, context));
    }

    private static IEnumerable<Place> PlacesOf(Post post)
    {
        if (post.FirstComment is { } first)
        {
            yield return new Place(first, post.SourceMap.At("first_comment"), "", "");
        }

        for (var index = 0; index < post.Followups?.Comments.Length; index++)
        {
            yield return new Place(
                post.Followups.Comments[index].Text,
                post.SourceMap.At("followups", "comments", index, "text"),
                "",
                ""
            );
        }
    }

    private static Place InDefault(Post post, Comment comment, int index) =>
        new(
            comment.Text,
            post.SourceMap.At("followups"),
            $"In the client's default comment {index + 1}: ",
            " Or give the post followups of its own."
        );

    private static IEnumerable<Problem> Check(Post post, Place place, RuleContext context) =>
        from found in LinkedInText.Render(place.Text, TextFormat.Plain, context.PlaceholderValuesOf(post)).Problems
        where found.Code != TextCodes.PlaceholderWithoutValue || !LeadMagnetKnown.IsUnknown(post, context)
        select context.About(post, found.Code, place.At, place.Before + found.Message, found.Help + place.After);

    /// <param name="Before">What a message begins with.</param>
    /// <param name="After">What a help ends with.</param>
    private sealed record Place(string Text, Position At, string Before, string After);
}
