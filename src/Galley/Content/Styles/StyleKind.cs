namespace Galley.Content.Styles;

/// <summary>What a rule asks: <c>extends</c> in its file.</summary>
public enum StyleKind
{
    Existence,
    Substitution,
    Occurrence,
    Required,
}
