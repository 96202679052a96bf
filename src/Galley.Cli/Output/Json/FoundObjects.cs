using System.Collections.Immutable;

namespace Galley.Cli.Output.Json;

/// <summary><c>find</c>.</summary>
internal sealed record FoundObjects(ImmutableArray<FoundObjects.FoundObject> Found)
{
    internal sealed record FoundObject(
        string Kind,
        string Id,
        string? Keyword,
        int Traces,
        ImmutableArray<string> Lines
    );
}
