using Galley.Content;
using Galley.Rendering.Preview;

namespace Galley.Rendering.Reports;

/// <summary>What a report's pages show beside figures.</summary>
public sealed record ReportOptions
{
    /// <summary>Larger pictures are left out: a page has to fit into a mail.</summary>
    private const long LargestPicture = 1_500_000;

    /// <summary>Who sends it; null when galley.yaml does not say.</summary>
    public Agency? Agency { get; init; }

    /// <summary>The agency's logo; null for none.</summary>
    public Picture? Logo { get; init; }

    /// <summary>A picture's bytes.</summary>
    public Func<MediaFile, Stream> Open { get; init; } = static _ => Stream.Null;

    /// <summary>A picture within the page, so that one file can be sent; null when it is too large.</summary>
    internal Picture? Thumbnail(MediaFile? file)
    {
        if (file is not { ContentType: { } type, Size: <= LargestPicture })
        {
            return null;
        }

        using var bytes = new MemoryStream();
        using var source = Open(file);
        source.CopyTo(bytes);
        return new Picture(type, bytes.ToArray());
    }
}
