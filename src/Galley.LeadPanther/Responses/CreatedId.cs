using System.Text.Json;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Responses;

/// <summary>Where each create's answer has the id.</summary>
internal static class CreatedId
{
    /// <summary>§ Create or Schedule a Lead Magnet Post.</summary>
    public static string? OfPost(JsonElement root) => IdIn(root.Object("data"));

    /// <summary>§ Create Hosted Lead Magnet.</summary>
    public static string? OfLeadMagnet(JsonElement root) => IdIn(root.Object("data")?.Object("lead_magnet"));

    private static string? IdIn(JsonElement? holder) => holder?.Text("id") is { } id && ApiId.IsId(id) ? id : null;
}
