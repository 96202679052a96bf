using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;

namespace Galley.Rules.Posts;

/// <summary>Where follow-ups are written: in a post, or in client.yaml as the default of all.</summary>
internal sealed record FollowupPlace(
    Followups Followups,
    ISourceMap SourceMap,
    PlaceholderValues Values,
    Func<DiagnosticCode, Position, string, string, Problem> Problem
)
{
    public static IEnumerable<FollowupPlace> AllOf(RuleContext context)
    {
        if (context.Content.Client is { Followups: { } shared } client)
        {
            yield return new FollowupPlace(
                shared,
                client.SourceMap,
                PlaceholderValues.None,
                (code, at, message, help) =>
                    new Problem(code, client.SourceMap.Path, at, message, help) { Client = client.Slug }
            );
        }

        foreach (var post in context.Content.Posts)
        {
            if (post.Followups is not { } own)
            {
                continue;
            }

            yield return new FollowupPlace(
                own,
                post.SourceMap,
                context.PlaceholderValuesOf(post),
                (code, at, message, help) => context.About(post, code, at, message, help)
            );
        }
    }

    public Position At(string list, int index, string field) => SourceMap.At("followups", list, index, field);
}
