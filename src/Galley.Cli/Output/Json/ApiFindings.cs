using System.Collections.Immutable;

namespace Galley.Cli.Output.Json;

/// <summary><c>api check</c>.</summary>
internal sealed record ApiFindings(int Agree, int Differ, int Missing, ImmutableArray<ApiFindings.Item> Findings)
{
    /// <param name="Verdict"><c>agrees</c>, <c>differs</c> or <c>missing</c>.</param>
    internal sealed record Item(string Verdict, string? Operation, string Subject, string Detail);
}
