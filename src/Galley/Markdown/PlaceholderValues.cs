namespace Galley.Markdown;

/// <summary>What <c>&lt;&lt;keyword&gt;&gt;</c> and <c>&lt;&lt;resource_name&gt;&gt;</c> stand for; null where nothing is known.</summary>
public sealed record PlaceholderValues(string? Keyword, string? ResourceName)
{
    /// <summary>No lead magnet, or one made elsewhere, of which only the id is known.</summary>
    public static readonly PlaceholderValues None = new(null, null);

    internal string? Find(string name) =>
        name switch
        {
            PlaceholderSyntax.Keyword => Keyword,
            PlaceholderSyntax.ResourceName => ResourceName,
            _ => null,
        };
}
