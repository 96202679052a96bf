using Galley.Content;
using Galley.Diagnostics;
using Galley.Markdown;
using Galley.Payloads;

namespace Galley.Rules.Posts;

/// <summary>Where follow-ups are written: in a post, or in client.yaml as the default of all.</summary>
internal sealed record FollowupPlace(
    Followups Followups,
    ISourceMap SourceMap,
    PlaceholderValues Values,
    Func<DiagnosticCode, Position, string, string, Problem> Problem
)
{
    /// <summary>Null in client.yaml.</summary>
    public Post? Post { get; init; }

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
            if (PostText.WithFirstComment(post, post.Followups) is not { } own)
            {
                continue;
            }

            yield return new FollowupPlace(
                own,
                post.SourceMap,
                context.PlaceholderValuesOf(post),
                (code, at, message, help) => context.About(post, code, at, message, help)
            )
            {
                Tagged = text => context.Tagged(text, post),
                HasFirstComment = post.FirstComment is not null,
                Post = post,
            };
        }
    }

    /// <summary>A comment with the marks of its links, as it goes out.</summary>
    public Func<string, string> Tagged { get; private init; } = static text => text;

    /// <summary>The comment of index 0 is <c>first_comment</c>.</summary>
    private bool HasFirstComment { get; init; }

    /// <summary>The place of a comment's field.</summary>
    public Position At(int index, string field) =>
        HasFirstComment && index == 0
            ? SourceMap.At("first_comment")
            : SourceMap.At("followups", "comments", HasFirstComment ? index - 1 : index, field);

    /// <summary>As the author counts them: <c>comment 2</c>.</summary>
    public string Name(int index) =>
        HasFirstComment && index == 0 ? "first_comment" : $"comment {(HasFirstComment ? index : index + 1)}";

    /// <summary>The same at the start of a sentence.</summary>
    public string Subject(int index) => Name(index) is var name && name.StartsWith('c') ? $"C{name[1..]}" : name;
}
