using System.Security.Cryptography;
using Galley.Sandbox.Requests;
using Galley.Sandbox.State;

namespace Galley.Sandbox.Control;

/// <summary>All that the sandbox holds, for <c>/sandbox/state</c>.</summary>
internal static class StateDocument
{
    public static object From(SandboxContext sandbox) =>
        new
        {
            now = sandbox.Now,
            posts = sandbox.State.Posts.Select(post => Post(post, sandbox.Now)),
            lead_magnets = sandbox.State.LeadMagnets,
            deleted_posts = sandbox.State.DeletedPosts.Select(post => Post(post, sandbox.Now)),
            archived_lead_magnets = sandbox.State.ArchivedLeadMagnets,
            media = sandbox.State.Media.Select(Medium),
            requests = sandbox.Log.Requests,
            violations = sandbox.Log.Violations,
        };

    private static object Post(SandboxPost post, DateTimeOffset now) =>
        new
        {
            post.Id,
            post.UserId,
            post.CreatedAt,
            post.UpdatedAt,
            post.DeletedAt,
            published = post.DeletedAt is null && post.IsPublished(now),
            post.Body,
        };

    private static object Medium(SandboxMedium medium) =>
        new
        {
            medium.Id,
            medium.UserId,
            medium.CreatedAt,
            medium.FileName,
            medium.ContentType,
            medium.Size,
            sha256 = medium.Bytes is { } bytes ? Convert.ToHexStringLower(SHA256.HashData(bytes.Span)) : null,
        };
}
