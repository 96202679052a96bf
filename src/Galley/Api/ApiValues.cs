using System.Collections.Immutable;
using Galley.Content;

namespace Galley.Api;

/// <summary>The values that Galley sends, and those of an answer that it acts on. It reads past every other.</summary>
public static class ApiValues
{
    public static ImmutableArray<ApiValue> All { get; } =
    [
        Answered(ApiOperations.Identity, "data.actor_type", "agency", "direct_user"),
        Answered(ApiOperations.ListClients, "data[].grant.status", "active"),
        .. SentInLeadMagnets(ApiOperations.CreateLeadMagnet),
        .. SentInLeadMagnets(ApiOperations.UpdateLeadMagnet),
        Answered(ApiOperations.ListPosts, "data[].status", "draft", "scheduled"),
        Answered(ApiOperations.GetPost, "data.status", "draft", "scheduled"),
        .. SentInPosts(ApiOperations.CreatePost),
        .. SentInPosts(ApiOperations.UpdatePost),
        Sent(ApiOperations.UploadUrl, "content_type", [.. MediaType.ContentTypes]),
    ];

    private static ApiValue[] SentInLeadMagnets(ApiOperation operation) =>
        [Sent(operation, "delivery_mode", "hosted_content"), Sent(operation, "hosted_page.status", "published")];

    private static ApiValue[] SentInPosts(ApiOperation operation) =>
        [
            Sent(operation, "status", "draft", "scheduled"),
            Sent(operation, "images[].type", "image"),
            Sent(operation, "document_type", "image"),
            Sent(operation, "followups.reaction.reaction_type", "like"),
        ];

    private static ApiValue Sent(ApiOperation operation, string field, params ImmutableArray<string> values) =>
        new(operation, IsInAnswer: false, field, values);

    private static ApiValue Answered(ApiOperation operation, string field, params ImmutableArray<string> values) =>
        new(operation, IsInAnswer: true, field, values);
}
