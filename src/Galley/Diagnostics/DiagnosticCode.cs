namespace Galley.Diagnostics;

/// <summary>One entry of the catalogue: a code that is never reused, and all that docs/diagnostics.md says of it.</summary>
/// <param name="Id"><c>GALnnn</c>.</param>
/// <param name="Severity">Unless <c>rules:</c> changes it, which only <see cref="Adjustable"/> codes allow.</param>
/// <param name="Title">A few words, as a heading.</param>
/// <param name="Meaning">One or two sentences: what is wrong and why it matters.</param>
/// <param name="Bad">A short file excerpt that has the fault.</param>
/// <param name="Fix">The same, or one sentence, put right.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title, string Meaning, string Bad, string Fix)
{
    public bool Adjustable { get; init; }

    /// <summary>
    /// The rule speaks only of what is still to be sent: the problem is dropped for what is live
    /// ("what is live is never past").
    /// </summary>
    public bool UnsentOnly { get; init; }

    public override string ToString() => Id;
}
