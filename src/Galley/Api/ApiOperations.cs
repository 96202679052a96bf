using System.Collections.Immutable;
using Galley.Diagnostics;
using static Galley.Api.Evidence;

namespace Galley.Api;

/// <summary>
/// Every request that Galley may send to LeadPanther, and no other. The client makes its addresses from this table,
/// docs/guarantees.md prints it, and <c>galley api check</c> compares it with the vendor's OpenAPI file.
/// </summary>
public static class ApiOperations
{
    public static readonly ApiOperation Metadata = new(
        "metadata",
        "Reading the API's name",
        "GET",
        "",
        null,
        Shown,
        "quickstart"
    )
    {
        IsOfAnAccount = false,
    };

    public static readonly ApiOperation Identity = new(
        "identity",
        "Checking the API key",
        "GET",
        "/me",
        null,
        Shown,
        "workflows, quickstart, auth"
    )
    {
        IsOfAnAccount = false,
    };

    public static readonly ApiOperation ListClients = new(
        "list-clients",
        "Listing the clients",
        "GET",
        "/clients",
        Scopes.ReadClients,
        Shown,
        "workflows"
    )
    {
        IsOfAnAccount = false,
    };

    public static readonly ApiOperation ListLeadMagnets = new(
        "list-lead-magnets",
        "Listing the lead magnets",
        "GET",
        "/lead-magnets",
        Scopes.ReadLeadMagnets,
        Assumed,
        "auth"
    );

    public static readonly ApiOperation GetLeadMagnet = new(
        "get-lead-magnet",
        "Reading a lead magnet",
        "GET",
        "/lead-magnets/{id}",
        Scopes.ReadLeadMagnets,
        Assumed,
        "auth"
    );

    public static readonly ApiOperation CreateLeadMagnet = new(
        "create-lead-magnet",
        "Creating a lead magnet",
        "POST",
        "/lead-magnets",
        Scopes.WriteLeadMagnets,
        Shown,
        "workflows"
    );

    public static readonly ApiOperation UpdateLeadMagnet = new(
        "update-lead-magnet",
        "Changing a lead magnet",
        "PATCH",
        "/lead-magnets/{id}",
        Scopes.WriteLeadMagnets,
        Assumed,
        "overview, auth"
    );

    public static readonly ApiOperation ArchiveLeadMagnet = new(
        "archive-lead-magnet",
        "Archiving a lead magnet",
        "DELETE",
        "/lead-magnets/{id}",
        Scopes.WriteLeadMagnets,
        Assumed,
        "overview, auth"
    );

    public static readonly ApiOperation Analytics = new(
        "lead-magnet-analytics",
        "Reading a lead magnet's analytics",
        "GET",
        "/lead-magnets/{id}/analytics",
        Scopes.ReadAnalytics,
        Shown,
        "workflows"
    );

    public static readonly ApiOperation ListPosts = new(
        "list-posts",
        "Listing the posts",
        "GET",
        "/posts",
        Scopes.ReadPosts,
        Shown,
        "quickstart"
    );

    public static readonly ApiOperation GetPost = new(
        "get-post",
        "Reading a post",
        "GET",
        "/posts/{id}",
        Scopes.ReadPosts,
        Assumed,
        "auth, agency-mode"
    );

    public static readonly ApiOperation CreatePost = new(
        "create-post",
        "Creating a post",
        "POST",
        "/posts",
        Scopes.WritePosts,
        Shown,
        "workflows"
    );

    public static readonly ApiOperation UpdatePost = new(
        "update-post",
        "Changing a post",
        "PATCH",
        "/posts/{id}",
        Scopes.WritePosts,
        Assumed,
        "overview, auth, agency-mode"
    );

    public static readonly ApiOperation DeletePost = new(
        "delete-post",
        "Deleting a post",
        "DELETE",
        "/posts/{id}",
        Scopes.WritePosts,
        Assumed,
        "overview, auth, agency-mode"
    );

    public static readonly ApiOperation Engagement = new(
        "post-engagement",
        "Reading a post's engagement",
        "GET",
        "/posts/{id}/engagement",
        Scopes.ReadAnalytics,
        Shown,
        "workflows"
    );

    public static readonly ApiOperation UploadUrl = new(
        "upload-url",
        "Uploading a file",
        "POST",
        "/media/upload-url",
        Scopes.WriteMedia,
        Shown,
        "workflows"
    );

    public static readonly ApiOperation ListLeads = new(
        "list-leads",
        "Listing the leads",
        "GET",
        "/leads",
        Scopes.ReadLeads,
        Shown,
        "workflows"
    );

    public static readonly ApiOperation ListActivity = new(
        "list-activity",
        "Listing the activity",
        "GET",
        "/activity",
        Scopes.ReadActivity,
        Shown,
        "workflows"
    );

    public static ImmutableArray<ApiOperation> All { get; } =
    [
        Metadata,
        Identity,
        ListClients,
        ListLeadMagnets,
        GetLeadMagnet,
        CreateLeadMagnet,
        UpdateLeadMagnet,
        ArchiveLeadMagnet,
        Analytics,
        ListPosts,
        GetPost,
        CreatePost,
        UpdatePost,
        DeletePost,
        Engagement,
        UploadUrl,
        ListLeads,
        ListActivity,
    ];

    public static ApiOperation List(Kind kind) => Of(kind).List;

    public static ApiOperation Get(Kind kind) => Of(kind).Get;

    public static ApiOperation Create(Kind kind) => Of(kind).Create;

    public static ApiOperation Update(Kind kind) => Of(kind).Update;

    /// <summary>Deletes a post, archives a lead magnet.</summary>
    public static ApiOperation Remove(Kind kind) => Of(kind).Remove;

    private static OfKind Of(Kind kind) =>
        kind switch
        {
            Kind.LeadMagnet => new(
                ListLeadMagnets,
                GetLeadMagnet,
                CreateLeadMagnet,
                UpdateLeadMagnet,
                ArchiveLeadMagnet
            ),
            Kind.Post => new(ListPosts, GetPost, CreatePost, UpdatePost, DeletePost),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };

    private readonly record struct OfKind(
        ApiOperation List,
        ApiOperation Get,
        ApiOperation Create,
        ApiOperation Update,
        ApiOperation Remove
    );
}
