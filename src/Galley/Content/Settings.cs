using System.Collections.Immutable;
using Galley.Diagnostics;
using NodaTime;

namespace Galley.Content;

/// <summary>galley.yaml with its defaults.</summary>
public sealed record Settings
{
    /// <summary>As written. When there is no such zone, a problem says so.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The ledger of a galley.yaml that can't be read: never a default, which would be another ledger.</summary>
    public const string UnknownLedger = "";

    /// <summary>As written: <c>folder:PATH</c> or <c>git:BRANCH[@REMOTE]</c>.</summary>
    public string Ledger { get; init; } = "folder:galley-ledger";

    public string? LedgerId { get; init; }
    public Limits Limits { get; init; } = new();
    public SendAhead SendAhead { get; init; } = SendAhead.AtMerge;
    public ImmutableArray<Blackout> Blackout { get; init; } = [];
    public ImmutableArray<string> Notify { get; init; } = [];

    /// <summary>The environment variable with the address that is told of problems and results; the address is a secret.</summary>
    public string? NotifyUrl { get; init; }

    /// <summary>False when galley.yaml is there but could not be read (a problem says so): all values are then defaults.</summary>
    public bool CouldBeRead { get; private init; } = true;

    internal static readonly Settings Unreadable = new() { CouldBeRead = false, Ledger = UnknownLedger };

    public bool Paused { get; init; }

    /// <summary>Who makes changes and deletions of what LeadPanther holds, and what happens to what differs there.</summary>
    public LivePolicy Live { get; init; } = new();

    /// <summary>Who sends previews to clients; null when galley.yaml does not say.</summary>
    public Agency? Agency { get; init; }

    /// <summary>Adjustable codes with a changed severity, by id.</summary>
    public ImmutableDictionary<string, DiagnosticCode> Rules { get; init; } =
        ImmutableDictionary<string, DiagnosticCode>.Empty;
}

/// <summary>How an agency shows itself to its clients.</summary>
/// <param name="Logo">A picture's path, from the content root.</param>
/// <param name="Mail">Where clients send their answers.</param>
public sealed record Agency(string? Name, string? Logo, string? Mail);

/// <param name="MaxCreates">Creates in one run; clients that go over are held.</param>
/// <param name="PostText">UTF-16 units; LinkedIn's limit for a post.</param>
/// <param name="CommentText">UTF-16 units; LinkedIn's limit for a comment.</param>
public sealed record Limits(int MaxCreates = 50, int PostText = 3000, int CommentText = 1250)
{
    /// <summary>Updates in one run, likewise.</summary>
    public int MaxUpdates { get; init; } = 50;

    /// <summary>Deletions and archivings together in one run, likewise.</summary>
    public int MaxDeletes { get; init; } = 10;

    /// <summary>A post must be at least this far ahead when it is sent.</summary>
    public Duration MinLeadTime { get; init; } = Duration.FromMinutes(10);

    /// <summary>The least time between two posts of one client.</summary>
    public Duration MinGap { get; init; } = Duration.FromMinutes(30);
}
