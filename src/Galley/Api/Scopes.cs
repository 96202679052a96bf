using Galley.Diagnostics;

namespace Galley.Api;

/// <summary>The API's scopes that publishing needs (§ Scope Checklist).</summary>
internal static class Scopes
{
    public const string ReadClients = "clients:read";
    public const string WriteMedia = "media:write";
    public const string WriteLeadMagnets = "lead_magnets:write";
    public const string WritePosts = "posts:write";

    public static string ToCreate(Kind kind) => kind == Kind.LeadMagnet ? WriteLeadMagnets : WritePosts;
}
