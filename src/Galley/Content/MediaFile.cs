namespace Galley.Content;

/// <summary>A picture or PDF in the client's folder.</summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
/// <param name="Size">Bytes.</param>
/// <param name="Sha256">Of its bytes, in lower-case hex. The ledger identifies an upload by it.</param>
/// <param name="ContentType">By its bytes: one of the API's five (§ Create Media Upload URL), or null for anything else.</param>
/// <param name="Width">Pixels as people see the picture, when the header has them.</param>
/// <param name="Height">Pixels as people see the picture, when the header has them.</param>
public sealed record MediaFile(
    string Path,
    long Size,
    string Sha256,
    string? ContentType,
    int? Width = null,
    int? Height = null
)
{
    /// <summary>Of a PDF; null where it does not say so in the open.</summary>
    public int? Pages { get; init; }

    public string FileName => Path[(Path.LastIndexOf('/') + 1)..];
}
