using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>A post that will go out, or the page that it offers, with lines of the text that a new file begins with.</summary>
internal sealed class ExampleText : IRule
{
    private const string Help =
        "Write your own text in its place. If the post is not ready, change its `status` to `draft`.";

    public IEnumerable<Problem> Check(RuleContext context)
    {
        var goingOut = context.Content.Posts.Where(post => post.Status == PostStatus.Scheduled).ToArray();
        return
        [
            .. goingOut.SelectMany(post => Problems(post, post.Body, context)),
            .. goingOut
                .Select(context.LeadMagnetOf)
                .OfType<LeadMagnet>()
                .Distinct()
                .SelectMany(leadMagnet => Problems(leadMagnet, leadMagnet.Body, context)),
        ];
    }

    private static IEnumerable<Problem> Problems(IContentObject file, string body, RuleContext context)
    {
        if (StarterText.FirstLineIn(body) is not (>= 0 and var found))
        {
            yield break;
        }

        var at = BodyPosition.Locate(file.SourceMap, new Position(1 + body.AsSpan(0, found).Count('\n'), 1));
        yield return context.About(file, TextCodes.ExampleText, at, "The text is still the example.", Help) with
        {
            Path = file.SourceMap.BodyPath,
        };
    }
}
