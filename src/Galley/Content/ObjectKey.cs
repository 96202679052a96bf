using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>
/// Identifies a post or lead magnet of a client. It is a class, because generic code over it is compiled ahead of time, and
/// over a tuple it is not.
/// </summary>
public sealed record ObjectKey(Kind Kind, string Key)
{
    public bool Equals(ObjectKey? other) => other is not null && other.Kind == Kind && other.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal) ^ (int)Kind;
}
