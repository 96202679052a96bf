using System.Text.Json;

namespace Galley.Sandbox.State;

/// <summary>A lead magnet as LeadPanther would hold it.</summary>
/// <param name="Body">The fields of the create, as later changes left them; null for one that was there from the start.</param>
public sealed record SandboxLeadMagnet(
    string Id,
    string UserId,
    DateTimeOffset CreatedAt,
    string Keyword,
    string ResourceName,
    JsonElement? Body
) : IStored
{
    /// <summary>One that exists from the start may have none.</summary>
    internal string? TextTemplate => Field(Body, "text_template")?.GetString();

    internal string PageTitle => Field(Field(Body, "hosted_page"), "title")?.GetString() ?? ResourceName;

    /// <summary>Null until it is changed for the first time.</summary>
    public DateTimeOffset? UpdatedAt { get; init; }

    /// <summary>When it was archived.</summary>
    public DateTimeOffset? DeletedAt { get; init; }

    private static JsonElement? Field(JsonElement? holder, string name) =>
        holder is { } value && value.TryGetProperty(name, out var field) ? field : null;
}
