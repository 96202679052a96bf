using System.Diagnostics.CodeAnalysis;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Cli.Serving;

/// <summary>
/// Which files of a content root the editor may touch. It reads the clients' folders, styles/ and galley.yaml; it writes
/// posts, lead magnets and media. Nothing else of the machine is reached: no hidden file, no link, no way up.
/// </summary>
internal sealed class EditablePath(string root)
{
    private static readonly string[] Texts = [".md", ".yaml"];

    /// <param name="path">From the content root, with <c>/</c>, as the page sends it.</param>
    public bool TryRead(string? path, [NotNullWhen(true)] out string? full)
    {
        full = null;
        if (
            Parts(path) is not { } parts
            || !(parts is ["galley.yaml"] || parts is ["styles", _, ..] or ["clients", _, _, ..])
        )
        {
            return false;
        }

        full = Path.Combine(root, path!);
        return !HasLink(parts);
    }

    /// <inheritdoc cref="TryRead"/>
    public bool TryWriteText(string? path, [NotNullWhen(true)] out string? full) =>
        TryRead(path, out full)
        && ContentKind.OfPath(path!) is not null
        && Texts.Any(ending => path!.EndsWith(ending, StringComparison.Ordinal));

    /// <inheritdoc cref="TryRead"/>
    public bool TryWriteMedia(string? path, [NotNullWhen(true)] out string? full) =>
        TryRead(path, out full) && Parts(path) is ["clients", _, "media" or "posts", _, ..] && IsMedia(path!);

    /// <summary>A picture or PDF, by its name.</summary>
    public static bool IsMedia(string path) => MediaLibrary.IsMedia(Path.GetFileName(path));

    private static string[]? Parts(string? path) =>
        path?.Split('/') is { } parts
        && parts.All(part => part.Length > 0 && part[0] != '.' && !part.AsSpan().ContainsAny("\\:\0"))
            ? parts
            : null;

    /// <summary>Whatever is there already on the way to the file.</summary>
    private bool HasLink(string[] parts) =>
        Enumerable
            .Range(1, parts.Length)
            .Select(count => new FileInfo(Path.Combine([root, .. parts.Take(count)])))
            .Any(file => file.LinkTarget is not null);
}
