namespace Galley.LeadPanther.Calls;

/// <summary>Where a file may be put, for a short while: whoever has the address can use it. A class, since a record would print it.</summary>
internal sealed class UploadTicket(Uri putTo, string publicUrl, string? requestId)
{
    public Uri PutTo { get; } = putTo;
    public string PublicUrl { get; } = publicUrl;
    public string? RequestId { get; } = requestId;
}
