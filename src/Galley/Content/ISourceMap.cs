using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>The file that an object was read from, and where in it each field stands.</summary>
public interface ISourceMap
{
    /// <summary>From the content root, with <c>/</c>.</summary>
    string Path { get; }

    /// <summary>
    /// Where a field's value stands: <c>At("images", 0, "url")</c>. Steps are field names and list indexes.
    /// A step that the file does not have gives the nearest parent that it has.
    /// </summary>
    Position At(params ReadOnlySpan<object> steps);

    /// <summary>Where the field's name stands (for "unknown field" and "remove this field").</summary>
    Position AtName(string field);

    /// <summary>Whether the file has the field at all, even with a value that can't be read.</summary>
    bool Has(string field);

    /// <summary>Where the Markdown body begins, in <see cref="BodyPath"/>: the place of its first line and first column.</summary>
    Position BodyStart { get; }

    /// <summary>The file that holds the body: <see cref="Path"/>, unless <c>body_file</c> names another.</summary>
    string BodyPath { get; }
}
