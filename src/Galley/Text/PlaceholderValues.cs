namespace Galley.Text;

/// <summary>What <c>&lt;&lt;keyword&gt;&gt;</c> and <c>&lt;&lt;resource_name&gt;&gt;</c> stand for in a post: its lead magnet's. Null where there is none.</summary>
public sealed record PlaceholderValues(string? Keyword, string? ResourceName)
{
    public static readonly PlaceholderValues None = new(null, null);
}
