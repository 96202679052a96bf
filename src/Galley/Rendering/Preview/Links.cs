using Galley.Content;
using Galley.Rendering.Preview.Model;
using NodaTime;

namespace Galley.Rendering.Preview;

/// <summary>How a page reaches the others, and its pictures.</summary>
internal abstract record Links
{
    public abstract string Home { get; }

    public abstract string Month(CalendarMonth month);

    /// <summary>A month as rows.</summary>
    public abstract string List(CalendarMonth month);

    /// <param name="monday">Its first day.</param>
    public abstract string Week(LocalDate monday);

    /// <summary>All posts of a day.</summary>
    public abstract string Day(LocalDate date);

    public abstract string Client(ClientView client);

    public abstract string Post(PostView post);

    public abstract string LeadMagnet(LeadMagnetView magnet);

    /// <summary>Null when the bytes are none of the five types.</summary>
    public abstract string? Media(MediaFile file);

    /// <summary>A client's picture, which stands in many places. Null where the page's style holds it.</summary>
    public virtual string? Avatar(MediaFile file) => Media(file);
}
