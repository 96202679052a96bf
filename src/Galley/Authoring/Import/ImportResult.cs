namespace Galley.Authoring.Import;

/// <param name="UnknownColumns">Headers that no field is known for.</param>
public sealed record ImportResult(
    IReadOnlyList<ImportedPost> Posts,
    IReadOnlyList<LeftOutRow> LeftOut,
    IReadOnlyList<string> UnknownColumns
);
