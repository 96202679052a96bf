using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Planning;

/// <summary>What is to happen to one post or lead magnet (plan.json, <c>actions</c>).</summary>
public sealed record PlanAction
{
    [JsonPropertyName("action")]
    public required ActionType Type { get; init; }
    public required Kind Kind { get; init; }
    public required string Key { get; init; }

    /// <summary>Its file, from the content root; null when the file is gone.</summary>
    public string? Path { get; init; }
    public int? Line { get; init; }

    /// <summary>What people know it by where its file is gone: a post's first line, a lead magnet's name.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Title { get; init; }

    /// <summary>A post's own time.</summary>
    public Instant? At { get; init; }

    /// <summary>The same in the client's zone: <c>2026-06-15 10:00 America/New_York</c>.</summary>
    public string? LocalAt { get; init; }

    /// <summary>wait: when its window opens and the next apply sends it.</summary>
    public Instant? OpensAt { get; init; }

    /// <summary>The LeadPanther id of what is live.</summary>
    public string? Id { get; init; }

    /// <summary>Where LinkedIn shows it; known only after a refresh.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? PublishedUrl { get; init; }

    public string? Code { get; init; }

    /// <summary>What an approval of this text takes; null for a removal.</summary>
    public string? ApprovalCode { get; init; }
    public string? PayloadSha256 { get; init; }

    /// <summary>
    /// Who approved exactly this text, as the ledger says; null for nobody, and where the file alone says that it is
    /// approved.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ApprovedBy { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? ApprovedAt { get; init; }

    /// <summary><c>added</c>, <c>changed</c> or <c>cancelled</c> since <c>--base</c>; null when untouched or without a base.</summary>
    public string? SinceBase { get; init; }

    /// <summary>
    /// changed or cancelled before it was sent: when the base's version would go to LeadPanther; null when nobody can
    /// say.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? BaseOpensAt { get; init; }

    public ImmutableArray<FieldChange> Changes { get; init; } = [];

    /// <summary>One of <see cref="Planning.Reason"/>, for wait and held.</summary>
    public string? Reason { get; init; }

    /// <summary>What finishes the sentence for a person: "lead magnet pipeline-guide, which is in doubt".</summary>
    public string? Detail { get; init; }

    /// <summary>The key that it had, where the ledger knows it under another.</summary>
    public string? From { get; init; }

    /// <summary>A post's, from its file; null for none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Labels { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Campaign { get; init; }

    /// <summary>drifted: the code of what stands in LeadPanther, which <c>overwrite</c> takes.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? LiveCode { get; init; }

    /// <summary>When an earlier run saw what this says of LeadPanther; null where this run looked itself, or nobody had to.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Instant? SeenAt { get; init; }

    /// <summary>unchanged, move: LeadPanther shows what the file says now, and the ledger is still to learn it.</summary>
    [JsonIgnore]
    public bool IsThereAlready { get; init; }

    /// <summary>The same, held back.</summary>
    /// <param name="detail">Finishes "On hold: ".</param>
    internal PlanAction Held(string reason, string detail) =>
        this with
        {
            Type = ActionType.Held,
            Reason = reason,
            Detail = detail,
        };
}

/// <param name="Field">The author's field name, dotted: <c>followups.comments</c>.</param>
/// <param name="Before">As text; null when absent.</param>
/// <param name="After">As text; null when absent.</param>
public sealed record FieldChange(string Field, string? Before, string? After)
{
    /// <summary>Whether LeadPanther shows something else than was sent: <see cref="There"/>.</summary>
    public bool IsDrift { get; init; }

    /// <summary>drifted: what stands in LeadPanther, as text; null when it shows nothing.</summary>
    public string? There { get; init; }
}
