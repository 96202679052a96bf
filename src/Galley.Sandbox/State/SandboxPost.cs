using System.Text.Json;
using System.Text.Json.Serialization;

namespace Galley.Sandbox.State;

/// <summary>A post as LeadPanther would hold it.</summary>
/// <param name="Body">The fields of the create, as later changes left them.</param>
public sealed record SandboxPost(string Id, string UserId, DateTimeOffset CreatedAt, JsonElement Body) : IStored
{
    [JsonIgnore]
    public string Text { get; } = Body.GetProperty("text").GetString()!;

    [JsonIgnore]
    public string Status { get; } = Body.GetProperty("status").GetString()!;

    [JsonIgnore]
    public DateTimeOffset? ScheduledAt { get; } =
        Body.GetProperty("scheduled_at") is { ValueKind: JsonValueKind.String } time ? time.GetDateTimeOffset() : null;

    /// <summary>The id of its lead magnet.</summary>
    [JsonIgnore]
    public string? TemplateId { get; } = Body.GetProperty("template_id").GetString();

    /// <summary>Where it would be once it is out.</summary>
    internal string PublishedUrl => $"https://www.linkedin.com/posts/sandbox-{Id}";

    /// <summary>Null until it is changed for the first time.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    public DateTimeOffset? DeletedAt { get; init; }

    /// <summary>The sandbox publishes on the minute: scheduled, and its time has come.</summary>
    public bool IsPublished(DateTimeOffset now) => Status == "scheduled" && ScheduledAt <= now;

    /// <summary>Draft, or scheduled for later: it can still be changed and deleted.</summary>
    public bool IsWaiting(DateTimeOffset now) => Status is "draft" or "scheduled" && !IsPublished(now);
}
