using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>What every kind of content has: a file, a key that is unique in its kind and client, and the name that it had before.</summary>
public interface IContentObject
{
    Kind Kind { get; }
    string Key { get; }
    MovedFrom? MovedFrom { get; }
    ISourceMap SourceMap { get; }
}
