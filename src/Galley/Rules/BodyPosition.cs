using Galley.Content;

namespace Galley.Rules;

/// <summary>Where a place within a body stands in its file.</summary>
internal static class BodyPosition
{
    public static Position Locate(ISourceMap source, Position within) =>
        new(source.BodyStart.Line + within.Line - 1, source.BodyStart.Column + within.Column - 1);
}
