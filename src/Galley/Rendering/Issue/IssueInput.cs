using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Planning;
using Galley.Rendering.Comments;
using NodaTime;

namespace Galley.Rendering.Issue;

/// <summary>What the galley issue is made from.</summary>
public sealed record IssueInput
{
    /// <summary>Of all clients, made after the run's own work.</summary>
    public required Plan Plan { get; init; }

    /// <summary>Whether LeadPanther was asked for a live object in this run. What an earlier run saw of the others still holds.</summary>
    public required Func<string, Kind, string, bool> WasRead { get; init; }

    /// <summary>Whom a client's problems concern, by slug: GitHub names and <c>organisation/team</c>, without @.</summary>
    public required Func<string, ImmutableArray<string>> Notify { get; init; }

    /// <summary>How long before a post's time a client, by slug, is asked to answer; null where its file does not say.</summary>
    public Func<string, Duration?> ApprovalBy { get; init; } = _ => null;

    /// <summary>Where the content root can be looked at, with a slash at its end; null for no links.</summary>
    public Uri? Files { get; init; }

    public int Longest { get; init; } = CommentInput.LongestComment;

    internal Instant Now => Plan.Now;
}
