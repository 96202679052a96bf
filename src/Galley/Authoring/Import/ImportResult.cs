namespace Galley.Authoring.Import;

/// <param name="UnreadColumns">The headers of columns that are not used.</param>
public sealed record ImportResult(
    IReadOnlyList<ImportedPost> Posts,
    IReadOnlyList<LeftOutRow> LeftOut,
    IReadOnlyList<string> UnreadColumns
)
{
    /// <summary>What people should know about how the file was read.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}
