namespace Galley.Content.Styles;

/// <summary>Which texts a rule looks at, and in which pieces.</summary>
public sealed record StyleScope(StylePlaces Places, StyleUnit Unit)
{
    public static readonly StyleScope Everything = new(StylePlaces.All, StyleUnit.Text);
}

[Flags]
public enum StylePlaces
{
    None = 0,
    Post = 1,
    Comment = 2,
    Page = 4,
    All = Post | Comment | Page,
}

public enum StyleUnit
{
    Text,
    Paragraph,
    Sentence,

    /// <summary>Only pages have headings: LinkedIn shows none.</summary>
    Heading,
}
