using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Rules;

/// <summary>Where a place within a body stands in its file.</summary>
internal static class BodyPosition
{
    public static Position Locate(ISourceMap sourceMap, Position within) =>
        new(sourceMap.BodyStart.Line + within.Line - 1, sourceMap.BodyStart.Column + within.Column - 1);
}
