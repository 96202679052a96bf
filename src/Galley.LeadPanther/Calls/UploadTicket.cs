namespace Galley.LeadPanther.Calls;

/// <summary>
/// Where a file may be put, for a short while. Whoever has the address can use it, so this is a class: a record would print it.
/// </summary>
internal sealed class UploadTicket(Uri putTo, string publicUrl, string? requestId)
{
    public Uri PutTo { get; } = putTo;
    public string PublicUrl { get; } = publicUrl;
    public string? RequestId { get; } = requestId;
}
