using System.Collections.Immutable;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Content;

/// <summary>One client of the agency: client.yaml, with the defaults of galley.yaml.</summary>
public sealed record Client
{
    /// <summary>The folder's name.</summary>
    public required string Slug { get; init; }

    /// <summary>client.yaml.</summary>
    public required ISourceMap SourceMap { get; init; }

    public required string Name { get; init; }
    public required Account Account { get; init; }
    public required DateTimeZone Zone { get; init; }

    /// <summary>The line below the name in LinkedIn, for the preview.</summary>
    public string? Headline { get; init; }

    /// <summary>Null: the preview shows initials.</summary>
    public Avatar? Avatar { get; init; }

    public bool SendDrafts { get; init; }
    public bool ApprovalRequired { get; init; }

    /// <summary>How long before a post's time the client is asked to answer; null for no such date.</summary>
    public Duration? ApprovalBy { get; init; }
    public bool Ended { get; init; }
    public bool Paused { get; init; }
    public LivePolicy Live { get; init; } = new();
    public SendAhead SendAhead { get; init; } = SendAhead.AtMerge;
    public Followups? Followups { get; init; }

    public ImmutableArray<WeeklySlot> Slots { get; init; } = [];

    /// <summary>Those of galley.yaml, too.</summary>
    public ImmutableArray<Blackout> Blackout { get; init; } = [];

    /// <summary>Null: links go out as they are.</summary>
    public Utm? Utm { get; init; }

    public PostingTimes Times => new(Zone) { Slots = Slots, Blackout = Blackout };

    public ImmutableArray<string> Notify { get; init; } = [];

    /// <summary>Adjustable codes with a changed severity, by id. client.yaml wins over galley.yaml.</summary>
    public ImmutableDictionary<string, DiagnosticCode> Rules { get; init; } =
        ImmutableDictionary<string, DiagnosticCode>.Empty;
}

/// <summary>A client's picture in LinkedIn, for the preview.</summary>
/// <param name="IsSquare">As LinkedIn shows companies; people are round.</param>
public sealed record Avatar(MediaFile File, bool IsSquare);

/// <summary>The LeadPanther account of a client, which decides the API routes.</summary>
/// <param name="Id"><c>client_id</c> (agency routes) or <c>user_id</c> (direct routes). The ledger file has this name.</param>
/// <param name="IsDirect">True for <c>user_id</c>.</param>
public sealed record Account(string Id, bool IsDirect);
