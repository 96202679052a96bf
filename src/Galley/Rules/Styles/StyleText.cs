using Galley.Content;
using Galley.Content.Styles;
using Galley.Diagnostics;
using Galley.Markdown;
using Galley.Rules.Posts;

namespace Galley.Rules.Styles;

/// <summary>A text as its readers see it, and how to find a place of it in the file.</summary>
/// <param name="Find">Where an offset of the text, with the words that stand there, is in the file.</param>
/// <param name="IsHeading">Whether a line of the text, counted from 1, is a heading.</param>
internal sealed record StyleText(
    StylePlaces Place,
    string Text,
    Func<int, string, Position> Find,
    Func<int, bool> IsHeading,
    Func<DiagnosticCode, Position, string, string, Problem> Problem
)
{
    /// <summary>What has gone out already is left out: nobody can change it any more.</summary>
    public static IEnumerable<StyleText> AllOf(RuleContext context) =>
        [
            .. context.Content.Posts.Where(post => !IsOver(post, context)).Select(post => Of(post, context)),
            .. FollowupPlace
                .AllOf(context)
                .Where(place => place.Post is null || !IsOver(place.Post, context))
                .SelectMany(place => place.Followups.Comments.Select((comment, index) => Of(comment, index, place))),
            .. context.Content.LeadMagnets.Select(leadMagnet => Of(leadMagnet, context)),
        ];

    private static bool IsOver(Post post, RuleContext context) =>
        post.Status == PostStatus.Scheduled && post.ScheduledAt < context.Now;

    private static StyleText Of(Post post, RuleContext context)
    {
        var text = context.TextOf(post);
        return new StyleText(
            StylePlaces.Post,
            text.Text,
            new TypedPlaces(text, post.Body, post.SourceMap).Find,
            _ => false,
            (code, at, message, help) =>
                context.About(post, code, at, message, help) with
                {
                    Path = post.SourceMap.BodyPath,
                }
        );
    }

    private static StyleText Of(Comment comment, int index, FollowupPlace place) =>
        new(
            StylePlaces.Comment,
            Placeholders.Resolve(comment.Text, place.Values),
            (_, _) => place.At(index, "text"),
            _ => false,
            place.Problem
        );

    private static StyleText Of(LeadMagnet leadMagnet, RuleContext context)
    {
        var text = LinkedInText.Render(leadMagnet.Body, TextFormat.Markdown, PlaceholderValues.None);
        var typed = new TypedPlaces(text, leadMagnet.Body, leadMagnet.SourceMap);
        return new StyleText(
            StylePlaces.Page,
            text.Text,
            typed.Find,
            line => IsHeadingLine(typed.Line(line).TrimStart(' ')),
            (code, at, message, help) =>
                context.About(leadMagnet, code, at, message, help) with
                {
                    Path = leadMagnet.SourceMap.BodyPath,
                }
        );
    }

    private static bool IsHeadingLine(string line) => line.StartsWith('#') && line.TrimStart('#').StartsWith(' ');
}
