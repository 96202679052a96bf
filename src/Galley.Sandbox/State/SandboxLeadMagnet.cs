using System.Text.Json;

namespace Galley.Sandbox.State;

/// <summary>A lead magnet as LeadPanther would hold it.</summary>
/// <param name="Body">The request's own body; null for one that was there from the start.</param>
public sealed record SandboxLeadMagnet(
    string Id,
    string UserId,
    DateTimeOffset CreatedAt,
    string Keyword,
    string ResourceName,
    JsonElement? Body
) : IStored;
