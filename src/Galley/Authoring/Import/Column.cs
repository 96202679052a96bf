namespace Galley.Authoring.Import;

internal enum Column
{
    Text,

    /// <summary>The day, mostly with the time of day.</summary>
    Date,

    /// <summary>The time of day beside a <see cref="Date"/>; without one, the whole moment.</summary>
    Time,
    Media,
    Comment,
    Tags,
}
