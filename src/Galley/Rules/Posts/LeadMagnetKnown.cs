using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Rules.Posts;

internal sealed class LeadMagnetKnown : PostRule
{
    /// <summary>
    /// Whether a post names a lead magnet by a key that no file has; a file that could not be read has its own diagnostics.
    /// </summary>
    public static bool IsUnknown(Post post, RuleContext context) =>
        post.LeadMagnet?.Key is not null && context.LeadMagnetOf(post) is null;

    protected override IEnumerable<Problem> Check(Post post, RuleContext context)
    {
        if (!IsUnknown(post, context))
        {
            yield break;
        }

        var key = post.LeadMagnet!.Key!;
        if (context.Content.Unread.Any(file => file.Kind == Kind.LeadMagnet && file.Key == key))
        {
            yield break;
        }

        yield return context.About(
            post,
            PostCodes.LeadMagnetUnknown,
            post.SourceMap.At("lead_magnet"),
            $"The client has no lead magnet \"{key}\".",
            HelpFor(key, context.Content)
        ) with
        {
            Fix =
                ByKeyword(key, context.Content) is [var meant] && post.SourceMap.EndOf("lead_magnet") is { } end
                    ? new Fix(post.SourceMap.At("lead_magnet"), end, meant.Key)
                    : null,
        };
    }

    private static LeadMagnet[] ByKeyword(string typed, ClientContent content) =>
        [.. content.LeadMagnets.Where(known => known.Keyword.Equals(typed, StringComparison.OrdinalIgnoreCase))];

    private static string HelpFor(string typed, ClientContent content)
    {
        if (ByKeyword(typed, content) is [var byKeyword, ..])
        {
            return $"Did you mean \"{byKeyword.Key}\"? \"{byKeyword.Keyword}\" is its keyword. lead_magnet needs the key.";
        }

        if (content.LeadMagnets.IsEmpty)
        {
            return $"Add the file clients/{content.Slug}/lead-magnets/{typed}.md. "
                + "For one that was made in LeadPanther, write {id: …}.";
        }

        var known = content.LeadMagnets.Select(leadMagnet => leadMagnet.Key).Order(StringComparer.Ordinal).ToArray();
        return Suggestion.DidYouMean(typed, known)
            + $"Known here: {string.Join(", ", known.Take(10))}{(known.Length > 10 ? ", …" : "")}. "
            + "For one that was made in LeadPanther, write {id: …}.";
    }
}
