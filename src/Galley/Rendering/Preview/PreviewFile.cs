using Galley.Content;

namespace Galley.Rendering.Preview;

/// <summary>One file of a preview: a page, or a picture or PDF to lie beside it.</summary>
/// <param name="Path">From the preview's folder, with <c>/</c>.</param>
/// <param name="Text">The page; null for a copy of <paramref name="Media"/>.</param>
public sealed record PreviewFile(string Path, string? Text, MediaFile? Media);
