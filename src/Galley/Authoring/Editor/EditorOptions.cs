using NodaTime;

namespace Galley.Authoring.Editor;

/// <summary>What the pages of all clients share.</summary>
public sealed record EditorOptions
{
    public required EditorBackend Backend { get; init; }

    /// <summary>The content root's full path.</summary>
    public required string Root { get; init; }

    /// <summary>Null where the repository has none.</summary>
    public SchemaFolder? Schemas { get; init; }

    /// <summary>The instant at which the page looks at everything; null for the browser's own clock.</summary>
    public Instant? Now { get; init; }

    /// <summary>The first line of a new file of a client's own folders.</summary>
    /// <param name="kind">post or lead-magnet.</param>
    internal string? SchemaLine(EditedClient client, string kind) =>
        Schemas?.LineFor(Root, $"clients/{client.Slug}/{kind}s/x.md", kind);
}
