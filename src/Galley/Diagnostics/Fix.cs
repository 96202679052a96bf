namespace Galley.Diagnostics;

/// <summary>A certain correction: <paramref name="Text"/> replaces everything from Start up to End in the problem's file.</summary>
/// <param name="End">The position after the last replaced character.</param>
public sealed record Fix(Position Start, Position End, string Text);
