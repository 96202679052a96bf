namespace Galley.Diagnostics;

/// <summary>What a content file describes; <see cref="ContentKind"/> says what tells the kinds apart.</summary>
public enum Kind
{
    LeadMagnet,
    Post,
}
