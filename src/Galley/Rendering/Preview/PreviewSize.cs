namespace Galley.Rendering.Preview;

/// <param name="Largest">Bytes of the largest page.</param>
public sealed record PreviewSize(int Pages, long Largest)
{
    internal PreviewSize With(long? page) =>
        page is { } bytes ? new PreviewSize(Pages + 1, Math.Max(Largest, bytes)) : this;
}
