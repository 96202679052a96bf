using Galley.Sandbox.Accounts;
using Galley.Sandbox.Operations;

namespace Galley.Sandbox.Routes;

/// <summary>The nine documented workflows and no other: direct, and for an agency's clients.</summary>
internal static class RouteTable
{
    public const string Base = "/api/v1";

    private static readonly string[] Paging = ["limit", "offset"];

    public static IReadOnlyList<Operation> All { get; } =
    [
        new("me", "GET", "/me", null, false, [], IdentityOperation.Handle),
        new("clients", "GET", "/clients", Scopes.ClientsRead, false, Paging, ClientsOperation.Handle),
        new(
            "create-lead-magnet",
            "POST",
            "/lead-magnets",
            Scopes.LeadMagnetsWrite,
            true,
            [],
            CreateLeadMagnetOperation.Handle
        ),
        new("upload-url", "POST", "/media/upload-url", Scopes.MediaWrite, true, [], UploadUrlOperation.Handle),
        new("create-post", "POST", "/posts", Scopes.PostsWrite, true, [], CreatePostOperation.Handle),
        new("engagement", "GET", "/posts/{id}/engagement", Scopes.AnalyticsRead, true, [], EngagementOperation.Handle),
        new(
            "analytics",
            "GET",
            "/lead-magnets/{id}/analytics",
            Scopes.AnalyticsRead,
            true,
            Paging,
            AnalyticsOperation.Handle
        ),
        new(
            "leads",
            "GET",
            "/leads",
            Scopes.LeadsRead,
            true,
            [.. Paging, "keyword", "source", "has_email", "has_intent", "qualification", "search"],
            LeadsOperation.Handle
        ),
        new(
            "activity",
            "GET",
            "/activity",
            Scopes.ActivityRead,
            true,
            [.. Paging, "source", "status", "keyword", "search"],
            ActivityOperation.Handle
        ),
    ];

    /// <summary>The routes that a path names, whatever the method. Letters count as written, and so does a slash at the end.</summary>
    public static IEnumerable<Route> At(string path)
    {
        if (!path.StartsWith(Base + "/", StringComparison.Ordinal))
        {
            return [];
        }

        var steps = path[(Base.Length + 1)..].Split('/');
        var direct = All.Select(operation => Match(operation, steps, null));
        var nested =
            steps is ["clients", var client, .. var rest] && client.Length > 0
                ? All.Where(operation => operation.IsNested).Select(operation => Match(operation, rest, client))
                : [];
        return direct.Concat(nested).OfType<Route>();
    }

    private static Route? Match(Operation operation, string[] steps, string? client)
    {
        var pattern = operation.Path[1..].Split('/');
        if (pattern.Length != steps.Length)
        {
            return null;
        }

        string? id = null;
        foreach (var (want, step) in pattern.Zip(steps))
        {
            if (want == "{id}" && step.Length > 0)
            {
                id = step;
            }
            else if (want != step)
            {
                return null;
            }
        }

        return new Route(operation, client, id);
    }
}

/// <param name="ClientId">Null on a direct route.</param>
/// <param name="Id">Of the post or lead magnet in the path.</param>
internal sealed record Route(Operation Operation, string? ClientId, string? Id);
