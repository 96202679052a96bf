using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>What a post or lead magnet is called within its client. A class: code over it is compiled ahead, over a tuple it is not.</summary>
public sealed record ObjectKey(Kind Kind, string Key)
{
    public bool Equals(ObjectKey? other) => other is not null && other.Kind == Kind && other.Key == Key;

    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal) ^ (int)Kind;
}
