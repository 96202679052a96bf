using Galley.Content;
using NodaTime;

namespace Galley.Authoring.Import;

/// <summary>What an import into one client's folder has to know beside the spreadsheet.</summary>
public sealed record ImportOptions
{
    /// <summary>The client as it is now.</summary>
    public required ClientContent Content { get; init; }

    public required Client Client { get; init; }
    public required Limits Limits { get; init; }
    public required Instant Now { get; init; }

    /// <summary>The content root.</summary>
    public required string Root { get; init; }

    public required SchemaFolder Schemas { get; init; }

    /// <summary>As typed, such as dd/MM/yyyy; null: found out from the cells.</summary>
    public string? DateFormat { get; init; }
}
