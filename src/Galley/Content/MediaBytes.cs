using System.Security.Cryptography;

namespace Galley.Content;

/// <summary>The bytes of a media file, exactly those that the plan was made from.</summary>
public static class MediaBytes
{
    /// <param name="root">The content root.</param>
    /// <exception cref="GalleyException">The file was changed or deleted after it was read.</exception>
    public static Stream Open(string root, MediaFile file)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(Path.Combine(root, file.Path));
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            throw Changed(file, gone);
        }

        return Convert.ToHexStringLower(SHA256.HashData(bytes)) == file.Sha256
            ? new MemoryStream(bytes, writable: false)
            : throw Changed(file, null);
    }

    private static GalleyException Changed(MediaFile file, Exception? inner) =>
        new($"{file.Path} was changed while Galley was running. Run the command again.", inner: inner);
}
