namespace Galley.Content.Yaml;

internal enum ScalarStyle
{
    Plain,
    Quoted,

    /// <summary><c>|</c> or <c>&gt;</c>: the text begins on the line after the mark.</summary>
    Block,
}
