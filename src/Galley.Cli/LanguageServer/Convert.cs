using Galley.Diagnostics;
using Galley.Editing;

namespace Galley.Cli.LanguageServer;

/// <summary>Galley's values in the protocol's form.</summary>
internal static class Convert
{
    public static Place Place(Position at) => new(at.Line - 1, at.Column - 1);

    public static Position Position(Place place) => new(place.Line + 1, place.Character + 1);

    public static Span Span(Position start, Position end) => new(Place(start), Place(end));

    public static LspDiagnostic Diagnostic(Diagnostic diagnostic, EditingSession session) =>
        new(
            Span(diagnostic.At, diagnostic.Fix?.End ?? session.EndOfWord(diagnostic.Path, diagnostic.At)),
            diagnostic.Severity switch
            {
                Severity.Error => 1,
                Severity.Warning => 2,
                Severity.Note => 3,
                _ => throw new ArgumentOutOfRangeException(nameof(diagnostic)),
            },
            diagnostic.Code,
            "galley",
            $"{diagnostic.Message}\n{diagnostic.Help}"
        );

    /// <summary>The numbers are CompletionItemKind's.</summary>
    public static CompletionItem Item(Completion completion, Place at) =>
        new(
            completion.Label,
            completion.Kind switch
            {
                CompletionKind.Field => 10,
                CompletionKind.Value => 12,
                CompletionKind.File => 17,
                CompletionKind.Reference => 18,
                CompletionKind.Placeholder => 6,
                _ => throw new ArgumentOutOfRangeException(nameof(completion)),
            },
            completion.Detail.Length > 0 ? completion.Detail : null,
            completion.Documentation.Length > 0 ? completion.Documentation : null,
            completion.Text,
            new TextEdit(new Span(at with { Character = at.Character - completion.Replaces }, at), completion.Text)
        );

    public static CodeAction Action(Diagnostic diagnostic, Fix fix, EditingSession session, string uri) =>
        new(
            fix.Text.Length == 0 ? "Delete it" : $"Write: {fix.Text.Trim()}",
            "quickfix",
            true,
            [Diagnostic(diagnostic, session)],
            new WorkspaceEdit(new() { [uri] = [new TextEdit(Span(fix.Start, fix.End), fix.Text)] })
        );
}
