namespace Galley.Rules.Styles;

/// <summary>What a style rule found in a text.</summary>
/// <param name="Start">Offset in the text.</param>
/// <param name="Words">What stands there; empty for what is missing.</param>
internal sealed record StyleFinding(int Start, string Words, string Message, string Help);
