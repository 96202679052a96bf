using Galley.Content;

namespace Galley.Rendering.Preview;

/// <summary>What pages depend on beside the plan.</summary>
public sealed record PreviewOptions
{
    /// <summary>Of galley.yaml: what a post's characters are counted against.</summary>
    public Limits Limits { get; init; } = new();

    /// <summary>Who sends the single file; null when galley.yaml does not say.</summary>
    public Agency? Agency { get; init; }

    /// <summary>The agency's logo; null for none.</summary>
    public Picture? Logo { get; init; }

    /// <summary>Opens a file, by its path from the content root, in an editor; null where nobody knows one.</summary>
    public Func<string, string?> EditUrl { get; init; } = static _ => null;

    /// <summary>The pages come from a server that tells them when to load themselves again.</summary>
    public bool IsServed { get; init; }
}

/// <param name="ContentType">As its bytes say.</param>
public sealed record Picture(string ContentType, byte[] Bytes)
{
    /// <summary>The agency's, of galley.yaml; null when it names none.</summary>
    /// <exception cref="GalleyException">It is not a picture below the content root.</exception>
    public static Picture? Logo(string root, Agency? agency) =>
        AgencyLogo.Read(root, agency) is var (type, bytes) ? new Picture(type, bytes) : null;

    internal string DataAddress => $"data:{ContentType};base64,{Convert.ToBase64String(Bytes)}";
}
