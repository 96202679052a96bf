using Galley.Content;
using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>One page that holds everything: links are anchors, pictures are part of it.</summary>
internal sealed record SingleFileLinks(Func<MediaFile, byte[]> Bytes) : Links
{
    public override string Home => "#top";

    public override string Month(CalendarMonth month) => $"#month-{month.Name}";

    public override string List(CalendarMonth month) => Month(month);

    public override string Week(LocalDate monday) => Month(CalendarMonth.From(monday));

    public override string Day(LocalDate date) => Month(CalendarMonth.From(date));

    public override string Client(ClientView client) => "#top";

    public override string Post(PostView post) => $"#{post.Anchor}";

    public override string LeadMagnet(LeadMagnetView magnet) => $"#{magnet.Anchor}";

    public override string? Media(MediaFile file) =>
        file.ContentType is { } type ? $"data:{type};base64,{Convert.ToBase64String(Bytes(file))}" : null;

    public override string? Avatar(MediaFile file) => null;
}
