using Galley.Content;

namespace Galley.Text;

/// <summary>What <c>&lt;&lt;keyword&gt;&gt;</c> and <c>&lt;&lt;resource_name&gt;&gt;</c> stand for; null where nothing is known.</summary>
public sealed record PlaceholderValues(string? Keyword, string? ResourceName)
{
    /// <summary>No lead magnet, or one made elsewhere, of which only the id is known.</summary>
    public static readonly PlaceholderValues None = new(null, null);

    public static PlaceholderValues From(LeadMagnet? leadMagnet) =>
        leadMagnet is null ? None : new PlaceholderValues(leadMagnet.Keyword, leadMagnet.ResourceName);

    internal string? Find(string name) => name switch
    {
        PlaceholderSyntax.Keyword => Keyword,
        PlaceholderSyntax.ResourceName => ResourceName,
        _ => null,
    };
}
