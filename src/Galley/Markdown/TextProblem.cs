using Galley.Diagnostics;

namespace Galley.Markdown;

/// <summary>What is wrong in a text.</summary>
/// <param name="At">Within the text; lines and columns count from 1.</param>
public sealed record TextProblem(DiagnosticCode Code, Position At, string Message, string Help)
{
    /// <summary>Within the text. Null when the correction is not certain.</summary>
    public Fix? Fix { get; init; }
}
