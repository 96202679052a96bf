namespace Galley.Rendering.Preview.Parts;

/// <summary>Bytes as people say them: <c>82 KB</c>, <c>1.4 MB</c>.</summary>
public static class FileSize
{
    public static string Format(long bytes) =>
        bytes switch
        {
            < 1000 => FormattableString.Invariant($"{bytes} bytes"),
            < 1_000_000 => FormattableString.Invariant($"{bytes / 1e3:0} KB"),
            _ => FormattableString.Invariant($"{bytes / 1e6:0.0} MB"),
        };
}
