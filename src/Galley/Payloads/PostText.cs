using Galley.Content;
using Galley.Markdown;

namespace Galley.Payloads;

/// <summary>A post's words with its placeholders resolved: as authored, and as LinkedIn will show them.</summary>
public sealed class PostText(Post post, Client client, LeadMagnet? magnet)
{
    private readonly PlaceholderValues _values = magnet is null
        ? PlaceholderValues.None
        : new PlaceholderValues(magnet.Keyword, magnet.ResourceName);

    /// <summary>The body before Markdown rendering.</summary>
    public string Authored => LinkTags.Add(Placeholders.Resolve(post.Body, _values), post, client);

    /// <summary>The text on the wire.</summary>
    public string Rendered =>
        LinkTags.Add(
            LinkedInText.Render(post.Body, post.TextFormat ?? TextFormat.Markdown, _values).Text,
            post,
            client
        );

    /// <summary>The post's own, or else the client's, with its first comment; null when nothing asks for any.</summary>
    public Followups? Followups =>
        WithFirstComment(post, post.Followups ?? client.Followups) is { } followups
            ? followups with
            {
                Comments = [.. followups.Comments.Select(Resolved)],
            }
            : null;

    public static Followups? WithFirstComment(Post post, Followups? followups) =>
        post.FirstComment is { } text
            ? new Followups(
                followups?.Reaction,
                [new Comment(text, Post.FirstCommentMinutes), .. followups?.Comments ?? []]
            )
            : followups;

    private Comment Resolved(Comment comment) =>
        comment with
        {
            Text = LinkTags.Add(Placeholders.Resolve(comment.Text, _values), post, client),
        };
}
