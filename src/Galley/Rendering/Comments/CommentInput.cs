using System.Collections.Immutable;
using Galley.Content;
using Galley.Planning;
using NodaTime;

namespace Galley.Rendering.Comments;

/// <summary>What a comment says beside its plan.</summary>
public sealed record CommentInput
{
    /// <summary>What GitHub takes in a comment. Characters may be of four bytes: it counts them, not bytes.</summary>
    public const int LongestComment = 65_536;

    /// <summary>Invisible, at the end: by it and by its author the comment is found again.</summary>
    public required string Marker { get; init; }

    /// <summary>A post's or lead magnet's proof, by client and action; null when there is none to show.</summary>
    public required Func<string, PlanAction, ObjectText?> ProofOf { get; init; }

    /// <summary>Whether the plan was made with a base: untouched objects are then counted only.</summary>
    public bool HasBase { get; init; }

    /// <summary>What differs between the base's galley.yaml and client.yaml files and these.</summary>
    public ImmutableArray<SettingsChange> Settings { get; init; } = [];

    /// <summary>Certain corrections of what is wrong.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>
    /// Files of the pull request that are no content, and steer programs (<see cref="Content.SteeringFiles"/>). They
    /// are named before all else.
    /// </summary>
    public ImmutableArray<string> Steering { get; init; } = [];

    /// <summary>Sentences that must be read before the rest is believed.</summary>
    public ImmutableArray<string> Notices { get; init; } = [];

    /// <summary>Where the content root can be looked at, with a slash at its end; null for no links.</summary>
    public Uri? Files { get; init; }

    /// <summary>Where a file of the content root can be edited, with a slash at its end; null for no such links.</summary>
    public Uri? Editor { get; init; }

    /// <summary>The run: there the preview pages are, and all of it when it does not fit here.</summary>
    public Uri? Run { get; init; }

    /// <summary>limits.min_lead_time: later than this before its time, a post is not sent any more.</summary>
    public Duration MinLeadTime { get; init; } = Duration.FromMinutes(10);

    /// <summary>The commit that the plan was made of; null to name none.</summary>
    public string? Commit { get; init; }

    public int Longest { get; init; } = LongestComment;
}
