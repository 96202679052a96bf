using System.Text;

namespace Galley.Cli.Workspaces;

/// <summary>A content file's text, to show to people some of its lines.</summary>
internal static class SourceText
{
    private const int Largest = 1 << 20;

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>
    /// With LF line ends and without a byte order mark; null when the file can't be shown: too large, not text, gone,
    /// or a link to another place.
    /// </summary>
    public static string? TryRead(string file)
    {
        try
        {
            var info = new FileInfo(file);
            return
                info is { Exists: true, LinkTarget: null, Length: > 0 and <= Largest }
                && Strict.GetString(File.ReadAllBytes(file)) is var text
                && !text.Contains('\0', StringComparison.Ordinal)
                ? text.TrimStart('\uFEFF').ReplaceLineEndings("\n")
                : null;
        }
        catch (Exception hidden) when (hidden is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return null;
        }
    }
}
