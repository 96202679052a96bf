namespace Galley.Rendering.Preview.Parts;

/// <summary>The small drawings of a card, in the colour of the words beside them. The words say what they mean.</summary>
internal static class Icon
{
    public static readonly Html Like = Draw(
        "M7 11v9H3.5v-9H7Zm0 0 4-8c1.4 0 2.2 1 2.2 2.3V9.5h5.3a2 2 0 0 1 2 2.3l-1.1 6.5a2 2 0 0 1-2 1.7H7"
    );

    public static readonly Html Comment = Draw(
        "M5 4.5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-6.5l-5 4v-4H5a2 2 0 0 1-2-2v-8a2 2 0 0 1 2-2ZM7.5 9h9M7.5 12.5h6"
    );

    public static readonly Html Repost = Draw(
        "M4 12.5v-4a2 2 0 0 1 2-2h11.5L14 3M17.5 6.5 14 10M20 11.5v4a2 2 0 0 1-2 2H6.5L10 21M6.5 17.5 10 14"
    );

    public static readonly Html Send = Draw("M21 3 10 14M21 3l-6.5 18-5-7-6.5-5L21 3Z");

    /// <summary>Everyone can see it.</summary>
    public static readonly Html Globe = Draw(
        "M3 12a9 9 0 1 0 18 0 9 9 0 0 0-18 0ZM3 12h18M12 3c4.5 4 4.5 14 0 18-4.5-4-4.5-14 0-18"
    );

    private static Html Draw(string path) =>
        Html.From(
            $"<svg class=\"icon\" viewBox=\"0 0 24 24\" width=\"24\" height=\"24\" aria-hidden=\"true\"><path d=\"{path}\"/></svg>"
        );
}
