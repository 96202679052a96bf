using Galley.Content;
using NodaTime;

namespace Galley.Authoring.Import;

/// <summary>What an import into one client's folder needs to know beside the spreadsheet.</summary>
public sealed record ImportOptions
{
    /// <summary>The client's files as they are now.</summary>
    public required ClientContent Content { get; init; }

    public required Client Client { get; init; }
    public required Limits Limits { get; init; }
    public required Instant Now { get; init; }

    /// <summary>The content root.</summary>
    public required string Root { get; init; }

    public required SchemaFolder Schemas { get; init; }

    /// <summary>As typed, such as dd/MM/yyyy; null: the cells show it.</summary>
    public string? DateFormat { get; init; }

    /// <summary>As typed, such as <c>text=Post copy</c>.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>A row without a time gets the client's next free slot.</summary>
    public bool ToSlots { get; init; }

    /// <summary>The first row is a post; columns are called A, B, C ….</summary>
    public bool WithoutHeaders { get; init; }
}
