using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>A file that does not exist any more, so every position is its start.</summary>
internal sealed record AbsentSourceMap(string Path) : ISourceMap
{
    public Position BodyStart => Position.Start;
    public string BodyPath => Path;

    public Position At(params ReadOnlySpan<object> steps) => Position.Start;

    public Position? EndOf(string field) => null;
}
