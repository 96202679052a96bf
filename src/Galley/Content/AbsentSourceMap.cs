using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>A file that was there once: nothing stands anywhere in it.</summary>
internal sealed record AbsentSourceMap(string Path) : ISourceMap
{
    public Position BodyStart => Position.Start;
    public string BodyPath => Path;

    public Position At(params ReadOnlySpan<object> steps) => Position.Start;

    public Position AtName(string field) => Position.Start;

    public bool Has(string field) => false;
}
