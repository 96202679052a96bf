using System.Collections.Frozen;
using Galley.Sandbox.Operations;
using Galley.Sandbox.Requests;
using Galley.Sandbox.Responses;

namespace Galley.Sandbox.Routing;

/// <summary>What answers each operation.</summary>
internal static class OperationHandlers
{
    public static FrozenDictionary<string, Func<Call, Answer>> ByName { get; } =
        new Dictionary<string, Func<Call, Answer>>
        {
            ["metadata"] = _ => MetadataOperation.Handle(),
            ["me"] = IdentityOperation.Handle,
            ["clients"] = ClientsOperation.Handle,
            ["client"] = ClientOperation.Handle,
            ["list-posts"] = ListOperation.Posts,
            ["create-post"] = CreatePostOperation.Handle,
            ["get-post"] = GetOperation.Post,
            ["update-post"] = UpdateOperation.Post,
            ["delete-post"] = RemoveOperation.Post,
            ["engagement"] = EngagementOperation.Handle,
            ["list-lead-magnets"] = ListOperation.LeadMagnets,
            ["create-lead-magnet"] = CreateLeadMagnetOperation.Handle,
            ["get-lead-magnet"] = GetOperation.LeadMagnet,
            ["update-lead-magnet"] = UpdateOperation.LeadMagnet,
            ["archive-lead-magnet"] = RemoveOperation.LeadMagnet,
            ["analytics"] = AnalyticsOperation.Handle,
            ["upload-url"] = UploadUrlOperation.Handle,
            ["leads"] = LeadsOperation.Handle,
            ["activity"] = ActivityOperation.Handle,
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
