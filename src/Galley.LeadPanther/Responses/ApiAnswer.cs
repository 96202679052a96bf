using System.Text.Json;

namespace Galley.LeadPanther.Responses;

/// <summary>A good answer: its JSON, and what its headers add.</summary>
/// <param name="RequestId">For LeadPanther's support: the body's, or else the header's.</param>
internal sealed record ApiAnswer(JsonElement Root, string? RequestId, DateTimeOffset? ServerTime);
