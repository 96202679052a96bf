namespace Galley.Authoring.Import.Columns;

/// <summary>What a column of a sheet means for a post.</summary>
internal enum Column
{
    Text,

    /// <summary>The day, mostly with the time of day.</summary>
    Date,

    /// <summary>The time of day beside a <see cref="Date"/>; without one, day and time.</summary>
    Time,
    TimeZone,
    Media,

    /// <summary>A video, a document or a poll: a post is not whole without it, and import can't make it.</summary>
    Unsupported,
    Link,
    FirstComment,
    Hashtags,

    /// <summary>What people wrote to each other about the post.</summary>
    Remark,

    /// <summary>Tags and labels of a team, which are not hashtags.</summary>
    Label,
    Campaign,
    Status,
    Approved,

    /// <summary>Yes: the row is a draft.</summary>
    Draft,
    Account,
    Network,

    /// <summary>A column called LinkedIn that says yes or no.</summary>
    LinkedIn,

    /// <summary>The same for another network.</summary>
    OtherNetwork,

    /// <summary>The person who imports said to leave it out.</summary>
    Ignored,
}
