using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Galley.Cli.Output.Json;

/// <summary><c>leads</c> and <c>activity</c>.</summary>
/// <param name="Clients">Each with its name, its total, and a count of the answers to each question. No record: the
/// questions differ.</param>
internal sealed record PeopleCounts(
    int Total,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? File,
    ImmutableArray<JsonObject> Clients,
    ImmutableArray<string> Failures
);
