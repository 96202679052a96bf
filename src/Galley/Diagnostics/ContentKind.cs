using System.Collections.Immutable;

namespace Galley.Diagnostics;

/// <summary>What a content file describes; <see cref="ContentKind"/> says what tells the kinds apart.</summary>
public enum Kind
{
    LeadMagnet,
    Post,
}

/// <summary>
/// All that tells one kind of content from another in words, folders, fields and states. A new kind is a row here, a class for its
/// files, its payload and its requests: docs/architecture.md lists the places.
/// </summary>
/// <param name="Name">In commands, plans, ledgers and the names of schemas.</param>
/// <param name="Noun">In a sentence about one.</param>
/// <param name="Plural">In a sentence about many.</param>
/// <param name="Folder">Below a client's folder, with its files in it.</param>
/// <param name="ApiName">Of an object in an answer of LeadPanther's.</param>
/// <param name="IsCreatedBelowItsName">Whether the answer to a create holds the object below <paramref name="ApiName"/>.</param>
/// <param name="TitleField">The author's field that people know one by.</param>
/// <param name="IdentityField">The field, in files as in LeadPanther, of which two can't be alike; null: its text and time.</param>
/// <param name="Likeness">What two of them have in common that may be the same one; finishes "LeadPanther already holds".</param>
/// <param name="GoesOut">Whether it has a time at which LeadPanther publishes it, and a state until then.</param>
public sealed record ContentKind(
    Kind Kind,
    string Name,
    string Noun,
    string Plural,
    string Folder,
    string ApiName,
    bool IsCreatedBelowItsName,
    string TitleField,
    string? IdentityField,
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
            ApiName: "lead_magnet",
            IsCreatedBelowItsName: true,
            TitleField: "resource_name",
            IdentityField: "keyword",
            Likeness: "the same keyword",
            GoesOut: false
        ),
        new(
            Kind.Post,
            Name: "post",
            Noun: "post",
            Plural: "posts",
            Folder: "posts",
            ApiName: "post",
            IsCreatedBelowItsName: false,
            TitleField: "body",
            IdentityField: null,
            Likeness: "the same text",
            GoesOut: true
        ),
    ];

    public static ContentKind For(Kind kind) => All[(int)kind];

    /// <summary>Null when no kind has that name.</summary>
    public static Kind? Parse(string name) => All.FirstOrDefault(kind => kind.Name == name)?.Kind;

    /// <summary>Of a file, by its path from the content root; null where no content lies.</summary>
    public static ContentKind? OfPath(string path) =>
        path.Split('/') is ["clients", _, var folder, _, ..] ? All.FirstOrDefault(kind => kind.Folder == folder) : null;
}
