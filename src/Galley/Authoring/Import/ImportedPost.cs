using NodaTime;

namespace Galley.Authoring.Import;

/// <param name="Row">As a spreadsheet counts: the first row is 1.</param>
/// <param name="At">Null: a draft without a time.</param>
public sealed record ImportedPost(int Row, NewFile File, Instant? At)
{
    /// <summary>The first words of its text.</summary>
    public required string Start { get; init; }

    /// <summary>Why it is a draft; empty for a scheduled post.</summary>
    public IReadOnlyList<string> DraftBecause { get; init; } = [];

    public bool IsDraft => DraftBecause.Count > 0;

    /// <summary>What the post has beside its text, and what was added to the text.</summary>
    public IReadOnlyList<string> Extras { get; init; } = [];
}
