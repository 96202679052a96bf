using Galley.Diagnostics;

namespace Galley.Markdown;

/// <summary>A placeholder as it is typed, and where in the text.</summary>
internal sealed record WrittenPlaceholder(string Written, Position At);
