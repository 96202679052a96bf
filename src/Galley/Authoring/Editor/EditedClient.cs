using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Authoring.Editor;

/// <summary>What the editor's page knows of a client. Nothing of its content is in the page.</summary>
/// <param name="Zone">The time zone's name.</param>
public sealed record EditedClient(string Slug, string Name, string Zone, ImmutableArray<EditedFolder> Folders)
{
    public static EditedClient From(Repository repository, string slug)
    {
        var content = repository.Read(slug);
        return new EditedClient(
            slug,
            content.Client?.Name ?? slug,
            content.Client?.Zone.Id ?? repository.Settings.TimeZone ?? "UTC",
            [
                .. EditedFolder.Find(repository.Root, slug, Kind.Post),
                .. EditedFolder.Find(repository.Root, slug, Kind.LeadMagnet),
            ]
        );
    }
}
