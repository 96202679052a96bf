using System.Collections.Immutable;

namespace Galley.Sandbox.Accounts;

/// <summary>API documentation, § Scope Checklist, and the page on keys.</summary>
public static class Scopes
{
    public const string ClientsRead = "clients:read";
    public const string LeadMagnetsRead = "lead_magnets:read";
    public const string LeadMagnetsWrite = "lead_magnets:write";
    public const string MediaWrite = "media:write";
    public const string PostsRead = "posts:read";
    public const string PostsWrite = "posts:write";
    public const string AnalyticsRead = "analytics:read";
    public const string LeadsRead = "leads:read";
    public const string ActivityRead = "activity:read";

    public static ImmutableArray<string> All { get; } =
    [
        ClientsRead,
        LeadMagnetsRead,
        LeadMagnetsWrite,
        MediaWrite,
        PostsRead,
        PostsWrite,
        AnalyticsRead,
        LeadsRead,
        ActivityRead,
    ];
}
