namespace Galley.Content;

/// <summary>A picture or PDF in the client's folder.</summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its bytes, lower-case hex; what the ledger knows an upload by.</param>
/// <param name="ContentType">By its bytes, one of the API's five (§ Create Media Upload URL), or null for anything else.</param>
/// <param name="Width">Pixels, where the header gives them.</param>
/// <param name="Height">Pixels, where the header gives them.</param>
public sealed record MediaFile(
    string Path,
    long Size,
    string Sha256,
    string? ContentType,
    int? Width = null,
    int? Height = null
)
{
    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
