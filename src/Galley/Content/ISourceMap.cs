using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>The file that an object was read from, and the position of each field in it.</summary>
public interface ISourceMap
{
    /// <summary>From the content root, with <c>/</c>.</summary>
    string Path { get; }

    /// <summary>
    /// The position of a field's value: <c>At("images", 0, "url")</c>. Steps are field names and list indexes.
    /// Where the file does not have a step, the position is that of the nearest parent.
    /// </summary>
    Position At(params ReadOnlySpan<object> steps);

    /// <summary>The position after a field's value. Null where the text in the file can be different, such as with escapes.</summary>
    Position? EndOf(string field);

    /// <summary>Where the Markdown body begins in <see cref="BodyPath"/>: its first line and first column.</summary>
    Position BodyStart { get; }

    /// <summary>The file with the body: <see cref="Path"/>, unless <c>body_file</c> names another one.</summary>
    string BodyPath { get; }
}
