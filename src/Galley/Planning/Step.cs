namespace Galley.Planning;

/// <summary>One way on for a person.</summary>
/// <param name="When">Its sentence, without an end: what to do, or when to say the line.</param>
/// <param name="Line">
/// What to say, after <c>galley</c> in a terminal and <c>/galley</c> in a comment; null when nothing is to be said.
/// </param>
public sealed record Step(string When, string? Line = null)
{
    public string Sentence => Line is null ? $"{When}." : $"{When}: `galley {Line}`.";
}
