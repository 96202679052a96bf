using Galley.Diagnostics;

namespace Galley.Rendering.Text;

/// <summary>The colours of a terminal, or none. Text that is coloured must hold no control character.</summary>
public sealed class Palette
{
    public static readonly Palette Plain = new(isColoured: false);
    public static readonly Palette Coloured = new(isColoured: true);

    private readonly bool _isColoured;

    private Palette(bool isColoured) => this._isColoured = isColoured;

    public string Severity(Severity severity, string text) =>
        severity switch
        {
            Diagnostics.Severity.Error => Paint("1;31", text),
            Diagnostics.Severity.Warning => Paint("1;33", text),
            _ => Paint("1;36", text),
        };

    public string Place(string text) => Paint("1", text);

    public string Caret(string text) => Paint("1;32", text);

    public string Help(string text) => Paint("32", text);

    public string Removed(string text) => Paint("31", text);

    public string Added(string text) => Paint("32", text);

    private string Paint(string style, string text) => _isColoured ? $"\u001b[{style}m{text}\u001b[0m" : text;
}
