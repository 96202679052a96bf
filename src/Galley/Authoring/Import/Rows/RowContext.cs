using Galley.Content;

namespace Galley.Authoring.Import.Rows;

/// <summary>What a check may ask beside the row itself.</summary>
/// <param name="Torn">The rows that may be pieces of a text with line breaks, with the reason.</param>
internal sealed record RowContext(Client Client, IReadOnlyDictionary<int, string> Torn);
