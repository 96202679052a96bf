namespace Galley.Resolutions;

/// <summary>A <c>/galley</c> line of a comment.</summary>
/// <param name="Text">What follows <c>/galley</c>.</param>
/// <param name="IsCode">Whether it stands in backticks, so that the comment only shows it.</param>
public sealed record CommandLine(string Text, bool IsCode = false);
