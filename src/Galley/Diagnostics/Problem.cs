namespace Galley.Diagnostics;

/// <summary>
/// A fact that a rule found in the content alone. <c>SeverityPolicy</c> later gives it a severity or drops it, depending
/// on the ledger, the base and the settings.
/// </summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
/// <param name="Message">What is wrong, in one sentence that quotes the offending value.</param>
/// <param name="Help">What to type instead.</param>
public sealed record Problem(DiagnosticCode Code, string Path, Position At, string Message, string Help)
{
    /// <summary>The client whose folder the file is in; null for files of the whole repository.</summary>
    public string? Client { get; init; }

    /// <summary>The post or lead magnet it is about; null for settings, media and stray files.</summary>
    public (Kind Kind, string Key)? Subject { get; init; }

    /// <summary>The second of two objects that clash. A problem about unsent objects is dropped when both are sent.</summary>
    public (Kind Kind, string Key)? Other { get; init; }
}
