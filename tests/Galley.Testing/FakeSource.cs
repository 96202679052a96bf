using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Testing;

/// <summary>A source for objects that a test makes by hand: every field stands at the start of the file.</summary>
public sealed class FakeSource(string path) : ISourceMap
{
    public string Path => path;
    public Position BodyStart => Position.Start;
    public string BodyPath => path;

    public Position At(params ReadOnlySpan<object> steps) => Position.Start;

    public Position? EndOf(string field) => null;
}
