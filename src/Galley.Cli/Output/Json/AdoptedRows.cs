using System.Collections.Immutable;

namespace Galley.Cli.Output.Json;

/// <summary><c>adopt --from FILE.csv</c>.</summary>
internal sealed record AdoptedRows(int Adopted, ImmutableArray<AdoptedRows.Row> LeftOut)
{
    /// <summary>A row that was not adopted.</summary>
    internal sealed record Row(long Line, string Why);
}
