namespace Galley.Editing;

/// <summary>Something that may be typed at a place.</summary>
/// <param name="Label">What the list shows and filters by.</param>
/// <param name="Detail">A few words beside it.</param>
/// <param name="Documentation">More about it; empty for none.</param>
/// <param name="Text">What is written in the place of the last <paramref name="Replaces"/> characters before the cursor.</param>
public sealed record Completion(
    CompletionKind Kind,
    string Label,
    string Detail,
    string Documentation,
    string Text,
    int Replaces
);

public enum CompletionKind
{
    Field,
    Value,
    File,
    Reference,
    Placeholder,
}
