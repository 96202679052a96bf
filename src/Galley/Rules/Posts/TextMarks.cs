using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

/// <summary>What the rendering found, at its place in the file.</summary>
internal sealed class TextMarks : PostRule
{
    protected override IEnumerable<Problem> Check(Post post, RuleContext context) =>
        from found in context.TextOf(post).Problems
        where found.Code != TextCodes.PlaceholderWithoutValue || !LeadMagnetKnown.IsUnknown(post, context)
        select context.About(
            post,
            found.Code,
            BodyPosition.Locate(post.SourceMap, found.At),
            found.Message,
            found.Help
        ) with
        {
            Path = post.SourceMap.BodyPath,
            Fix = InFile(found.Fix, post.SourceMap),
        };

    /// <summary>A text within YAML may be written in another way than it reads.</summary>
    private static Fix? InFile(Fix? fix, ISourceMap sourceMap) =>
        fix is not null && sourceMap.BodyPath.EndsWith(".md", StringComparison.Ordinal)
            ? new Fix(BodyPosition.Locate(sourceMap, fix.Start), BodyPosition.Locate(sourceMap, fix.End), fix.Text)
            : null;
}
