namespace Galley.LeadPanther.Routing;

/// <summary>One documented workflow, as messages name it, and the scope it needs (§ Scope Checklist).</summary>
internal sealed record Operation(string Name, string? Scope)
{
    public static readonly Operation Identity = new("Reading whose API key this is", null);
    public static readonly Operation Clients = new("Listing the clients", "clients:read");
    public static readonly Operation Upload = new("Uploading a file", "media:write");
    public static readonly Operation Engagement = new("Reading a post's engagement", "analytics:read");
    public static readonly Operation Analytics = new("Reading a lead magnet's analytics", "analytics:read");
    public static readonly Operation Leads = new("Listing the leads", "leads:read");
    public static readonly Operation Activity = new("Listing the activity", "activity:read");
}
