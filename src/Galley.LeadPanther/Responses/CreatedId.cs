using System.Text.Json;
using Galley.Diagnostics;
using Galley.LeadPanther.Routing;

namespace Galley.LeadPanther.Responses;

/// <summary>Where each create's answer has the id: § Create Hosted Lead Magnet, § Create or Schedule a Lead Magnet Post.</summary>
internal static class CreatedId
{
    public static string? Read(JsonElement root, Kind kind)
    {
        var data = root.Object("data");
        var holder = ContentKind.For(kind) is { IsCreatedBelowItsName: true, ApiName: var name }
            ? data?.Object(name)
            : data;
        return holder?.Text("id") is { } id && ApiId.IsId(id) ? id : null;
    }
}
