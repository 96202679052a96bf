using Galley.Sandbox.Accounts;

namespace Galley.Sandbox.Documentation;

/// <summary>All operations that the API's public pages show, or say to exist, and no other.</summary>
internal static class ApiOperations
{
    public const string BasePath = "/api/v1";

    private static readonly string[] Paging = ["limit", "offset"];

    public static IReadOnlyList<ApiOperation> All { get; } =
    [
        new("metadata", "GET", "", null) { IsNested = false, NeedsKey = false },
        new("me", "GET", "/me", null) { IsNested = false },
        new("clients", "GET", "/clients", Scopes.ClientsRead) { IsNested = false, Query = Paging },
        new("client", "GET", "/clients/{clientId}", Scopes.ClientsRead) { IsNested = false },
        new("list-posts", "GET", "/posts", Scopes.PostsRead) { Query = Paging },
        new("create-post", "POST", "/posts", Scopes.PostsWrite),
        new("get-post", "GET", "/posts/{id}", Scopes.PostsRead),
        new("update-post", "PATCH", "/posts/{id}", Scopes.PostsWrite),
        new("delete-post", "DELETE", "/posts/{id}", Scopes.PostsWrite),
        new("engagement", "GET", "/posts/{id}/engagement", Scopes.AnalyticsRead),
        new("list-lead-magnets", "GET", "/lead-magnets", Scopes.LeadMagnetsRead) { Query = Paging },
        new("create-lead-magnet", "POST", "/lead-magnets", Scopes.LeadMagnetsWrite),
        new("get-lead-magnet", "GET", "/lead-magnets/{id}", Scopes.LeadMagnetsRead),
        new("update-lead-magnet", "PATCH", "/lead-magnets/{id}", Scopes.LeadMagnetsWrite),
        new("archive-lead-magnet", "DELETE", "/lead-magnets/{id}", Scopes.LeadMagnetsWrite),
        new("analytics", "GET", "/lead-magnets/{id}/analytics", Scopes.AnalyticsRead) { Query = Paging },
        new("upload-url", "POST", "/media/upload-url", Scopes.MediaWrite),
        new("leads", "GET", "/leads", Scopes.LeadsRead)
        {
            Query = [.. Paging, "keyword", "source", "has_email", "has_intent", "qualification", "search"],
        },
        new("activity", "GET", "/activity", Scopes.ActivityRead)
        {
            Query = [.. Paging, "source", "status", "keyword", "search"],
        },
    ];
}
