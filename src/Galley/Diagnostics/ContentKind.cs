using System.Collections.Immutable;

namespace Galley.Diagnostics;

/// <summary>All that tells one kind of content from another in words, folders and states. A new kind is a row here.</summary>
/// <param name="Name">In commands, plans, ledgers and the names of schemas.</param>
/// <param name="Noun">In a sentence about one.</param>
/// <param name="Plural">In a sentence about many.</param>
/// <param name="Folder">Below a client's folder, with its files in it.</param>
/// <param name="Likeness">What two of them have in common that may be the same one; finishes "LeadPanther already holds".</param>
/// <param name="GoesOut">Whether it has a time at which LeadPanther publishes it, and a state until then.</param>
public sealed record ContentKind(
    Kind Kind,
    string Name,
    string Noun,
    string Plural,
    string Folder,
    string Likeness,
    bool GoesOut
)
{
    /// <summary>In the order in which they are made: posts offer lead magnets.</summary>
    public static ImmutableArray<ContentKind> All { get; } =
    [
        new(
            Kind.LeadMagnet,
            Name: "lead-magnet",
            Noun: "lead magnet",
            Plural: "lead magnets",
            Folder: "lead-magnets",
            Likeness: "the same keyword",
            GoesOut: false
        ),
        new(
            Kind.Post,
            Name: "post",
            Noun: "post",
            Plural: "posts",
            Folder: "posts",
            Likeness: "the same text",
            GoesOut: true
        ),
    ];

    public static ContentKind For(Kind kind) => All[(int)kind];

    /// <summary>Null when no kind has that name.</summary>
    public static Kind? Parse(string name) => All.FirstOrDefault(kind => kind.Name == name)?.Kind;
}
