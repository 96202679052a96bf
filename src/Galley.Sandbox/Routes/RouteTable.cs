using Galley.Sandbox.Accounts;
using Galley.Sandbox.Operations;

namespace Galley.Sandbox.Routes;

/// <summary>All operations of the API and no other: direct, and for an agency's clients.</summary>
internal static class RouteTable
{
    public const string Base = "/api/v1";

    private static readonly string[] Paging = ["limit", "offset"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("metadata", "GET", "", null, _ => MetadataOperation.Handle()) { IsNested = false, NeedsKey = false },
        new("me", "GET", "/me", null, IdentityOperation.Handle) { IsNested = false },
        new("clients", "GET", "/clients", Scopes.ClientsRead, ClientsOperation.Handle)
        {
            IsNested = false,
            Query = Paging,
        },
        new("client", "GET", "/clients/{clientId}", Scopes.ClientsRead, ClientOperation.Handle) { IsNested = false },
        new("list-posts", "GET", "/posts", Scopes.PostsRead, ListOperation.Posts) { Query = Paging },
        new("create-post", "POST", "/posts", Scopes.PostsWrite, CreatePostOperation.Handle),
        new("get-post", "GET", "/posts/{id}", Scopes.PostsRead, GetOperation.Post),
        new("update-post", "PATCH", "/posts/{id}", Scopes.PostsWrite, UpdateOperation.Post),
        new("delete-post", "DELETE", "/posts/{id}", Scopes.PostsWrite, RemoveOperation.Post),
        new("engagement", "GET", "/posts/{id}/engagement", Scopes.AnalyticsRead, EngagementOperation.Handle),
        new("list-lead-magnets", "GET", "/lead-magnets", Scopes.LeadMagnetsRead, ListOperation.LeadMagnets)
        {
            Query = Paging,
        },
        new("create-lead-magnet", "POST", "/lead-magnets", Scopes.LeadMagnetsWrite, CreateLeadMagnetOperation.Handle),
        new("get-lead-magnet", "GET", "/lead-magnets/{id}", Scopes.LeadMagnetsRead, GetOperation.LeadMagnet),
        new("update-lead-magnet", "PATCH", "/lead-magnets/{id}", Scopes.LeadMagnetsWrite, UpdateOperation.LeadMagnet),
        new("archive-lead-magnet", "DELETE", "/lead-magnets/{id}", Scopes.LeadMagnetsWrite, RemoveOperation.LeadMagnet),
        new("analytics", "GET", "/lead-magnets/{id}/analytics", Scopes.AnalyticsRead, AnalyticsOperation.Handle)
        {
            Query = Paging,
        },
        new("upload-url", "POST", "/media/upload-url", Scopes.MediaWrite, UploadUrlOperation.Handle),
        new("leads", "GET", "/leads", Scopes.LeadsRead, LeadsOperation.Handle)
        {
            Query = [.. Paging, "keyword", "source", "has_email", "has_intent", "qualification", "search"],
        },
        new("activity", "GET", "/activity", Scopes.ActivityRead, ActivityOperation.Handle)
        {
            Query = [.. Paging, "source", "status", "keyword", "search"],
        },
    ];

    /// <summary>The routes that a path names, whatever the method. Letters count as written, and so does a slash at the end.</summary>
    public static IEnumerable<Route> At(string path)
    {
        if (path != Base && !path.StartsWith(Base + "/", StringComparison.Ordinal))
        {
            return [];
        }

        var steps = path[Base.Length..].Split('/');
        var direct = All.Select(operation => Match(operation, steps, null));
        var nested =
            steps is ["", "clients", var client, .. var rest] && client.Length > 0
                ? All.Where(operation => operation.IsNested)
                    .Select(operation => Match(operation, ["", .. rest], client))
                : [];
        return direct.Concat(nested).OfType<Route>();
    }

    private static Route? Match(Operation operation, string[] steps, string? client)
    {
        var pattern = operation.Path.Split('/');
        if (pattern.Length != steps.Length)
        {
            return null;
        }

        string? id = null;
        foreach (var (want, step) in pattern.Zip(steps))
        {
            switch (want)
            {
                case "{id}" when step.Length > 0:
                    id = step;
                    break;
                case "{clientId}" when step.Length > 0:
                    client = step;
                    break;
                case var _ when want != step:
                    return null;
            }
        }

        return new Route(operation, client, id);
    }
}
