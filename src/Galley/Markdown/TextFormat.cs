namespace Galley.Markdown;

/// <summary>How a body is written: as Markdown, or to go out as it stands.</summary>
public enum TextFormat
{
    Markdown,
    Plain,
}
