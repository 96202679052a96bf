using Galley.Diagnostics;

namespace Galley.Api;

/// <summary>The API's scopes (§ Scope Checklist).</summary>
public static class Scopes
{
    public const string ReadClients = "clients:read";
    public const string WriteMedia = "media:write";
    public const string ReadLeadMagnets = "lead_magnets:read";
    public const string WriteLeadMagnets = "lead_magnets:write";
    public const string ReadPosts = "posts:read";
    public const string WritePosts = "posts:write";
    public const string ReadAnalytics = "analytics:read";
    public const string ReadLeads = "leads:read";
    public const string ReadActivity = "activity:read";

    public static string ToCreate(Kind kind) => ApiOperations.Create(kind).Scope!;
}
