using Galley.Content;
using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>
/// For a card that stands alone, in the editor's form: nothing to go to, and pictures that the form puts in by their
/// paths.
/// </summary>
internal sealed record AuthorLinks : Links
{
    /// <summary>Before the path of a picture. No browser loads such an address.</summary>
    public const string MediaScheme = "galley-media:";

    public override string Home => "#";

    public override string Month(CalendarMonth month) => "#";

    public override string List(CalendarMonth month) => "#";

    public override string Week(LocalDate monday) => "#";

    public override string Day(LocalDate date) => "#";

    public override string Client(ClientView client) => "#";

    public override string Post(PostView post) => "#";

    public override string LeadMagnet(LeadMagnetView magnet) => "#";

    public override string? Media(MediaFile file) => MediaScheme + file.Path;
}
