namespace Galley.Rendering.Preview;

/// <summary>Addresses from content that a page may link to. Nothing is ever loaded from them.</summary>
internal static class SafeLink
{
    /// <summary>The address, whole and of a kind that runs nothing; null for every other.</summary>
    public static string? From(string? address) =>
        address is not null
        && !address.Any(unit => unit <= ' ' || VisibleText.IsControl(unit))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme is "http" or "https" or "mailto")
            ? address
            : null;

    /// <summary>A link where the address is safe, the bare words where it is not.</summary>
    public static Html To(string? address, string words) =>
        From(address) is { } safe
            ? Html.From($"<a href=\"{safe}\" rel=\"noopener noreferrer nofollow\" target=\"_blank\">{words}</a>")
            : Html.From($"{words}");
}
