using System.Collections.Immutable;
using Galley.Content;
using Galley.Markdown;

namespace Galley.Authoring;

/// <summary>The values of a new post file.</summary>
public sealed record PostDraft
{
    public PostStatus Status { get; init; } = PostStatus.Draft;

    /// <summary>As the file will have it; null for none.</summary>
    public string? ScheduledAt { get; init; }

    /// <summary>The key of a lead magnet.</summary>
    public string? LeadMagnet { get; init; }

    /// <summary>Null: Markdown, and the file does not say so.</summary>
    public TextFormat? TextFormat { get; init; }

    public ImmutableArray<string> Labels { get; init; } = [];
    public string? Campaign { get; init; }
    public ImmutableArray<PictureDraft> Images { get; init; } = [];
    public string? FirstComment { get; init; }
    public Followups? Followups { get; init; }

    /// <summary>For the team; never published.</summary>
    public string? Notes { get; init; }

    /// <summary>With LF line ends, without blank lines at both ends.</summary>
    public required string Body { get; init; }

    /// <summary>A comment for the author at the top of the file; null for none.</summary>
    public string? Hint { get; init; }
}

/// <param name="Name">A URL, or the name of one of the client's files.</param>
public sealed record PictureDraft(string Name, bool IsUrl);
