namespace Galley.Diagnostics;

/// <summary>One entry of the catalogue: a code that is never reused, and what docs/diagnostics.md says about it.</summary>
/// <param name="Id"><c>GALnnn</c>.</param>
/// <param name="Severity">The default. <c>rules:</c> can change it for <see cref="Adjustable"/> codes only.</param>
/// <param name="Title">A few words, as a heading.</param>
/// <param name="Meaning">One or two sentences: what is wrong and why it matters.</param>
/// <param name="Bad">A short excerpt of a file with the problem.</param>
/// <param name="Fix">The same excerpt corrected, or one sentence that says how.</param>
public sealed record DiagnosticCode(string Id, Severity Severity, string Title, string Meaning, string Bad, string Fix)
{
    public bool Adjustable { get; init; }

    /// <summary>
    /// The rule is only about what is not sent yet. For an object that LeadPanther already has, the problem is dropped.
    /// </summary>
    public bool UnsentOnly { get; init; }

    public override string ToString() => Id;
}
