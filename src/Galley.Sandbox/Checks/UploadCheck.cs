namespace Galley.Sandbox.Checks;

/// <summary>§ Create Media Upload URL: three fields, five content types, 5 MB for an image and 15 MB for a PDF.</summary>
internal static class UploadCheck
{
    /// <summary>The stricter meaning of "MB": a file that is fine here is fine with the other meaning, too.</summary>
    private const long Megabyte = 1_000_000;

    public static void Check(Fields upload)
    {
        if (upload.Text("filename") is { } name && (name is "." or ".." || name.AsSpan().ContainsAny("/\\\0")))
        {
            upload.Wrong("filename", $"must be a name without folders, not \"{name}\"");
        }

        var type = upload.OneOf(
            "content_type",
            "image/jpeg",
            "image/png",
            "image/gif",
            "image/webp",
            "application/pdf"
        );
        var most = type == "application/pdf" ? 15 : 5;
        if (upload.Whole("file_size", 1) > most * Megabyte)
        {
            upload.Wrong("file_size", $"must be at most {most} MB for {type}");
        }

        upload.NoOthers();
    }
}
