using NodaTime;

namespace Galley.Authoring.Import;

/// <param name="Row">As a spreadsheet counts: the headers are row 1.</param>
/// <param name="At">Null: a draft without a time.</param>
public sealed record ImportedPost(int Row, NewFile File, Instant? At);
