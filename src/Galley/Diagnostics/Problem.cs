namespace Galley.Diagnostics;

/// <summary>
/// A fact that a rule found in content alone. <c>Judge</c> then gives it a severity, or drops it, from what the ledger,
/// the base and the settings say.
/// </summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
/// <param name="Message">What is wrong, in one sentence that quotes the offending value.</param>
/// <param name="Help">What to type instead.</param>
public sealed record Problem(DiagnosticCode Code, string Path, Position At, string Message, string Help)
{
    /// <summary>Whose folder it is in; null for the repository's own files.</summary>
    public string? Client { get; init; }

    /// <summary>The post or lead magnet it is about; null for settings, media and stray files.</summary>
    public (Kind Kind, string Key)? Subject { get; init; }

    /// <summary>The second of two objects that clash: what is unsent only is dropped when neither is still to be sent.</summary>
    public (Kind Kind, string Key)? Other { get; init; }
}
