namespace Galley.Cli.LanguageServer;

// The parts of the Language Server Protocol 3.17 that Galley speaks. Lines and characters count from 0, in UTF-16 units.

internal sealed record Place(int Line, int Character);

internal sealed record Span(Place Start, Place End);

internal sealed record DocumentId(string Uri);

internal sealed record OpenedDocument(string Uri, string Text);

internal sealed record OpenParams(OpenedDocument TextDocument);

internal sealed record ContentChange(string Text);

internal sealed record ChangeParams(DocumentId TextDocument, ContentChange[] ContentChanges);

internal sealed record DocumentParams(DocumentId TextDocument);

internal sealed record PlaceParams(DocumentId TextDocument, Place Position);

internal sealed record CodeActionParams(DocumentId TextDocument, Span Range);

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

/// <param name="TextDocumentSync">1: each change brings the whole text.</param>
internal sealed record ServerCapabilities(
    int TextDocumentSync,
    CompletionOptions CompletionProvider,
    bool HoverProvider,
    CodeActionOptions CodeActionProvider
);

internal sealed record CompletionOptions(string[] TriggerCharacters);

internal sealed record CodeActionOptions(string[] CodeActionKinds);

internal sealed record PublishedDiagnostics(string Uri, LspDiagnostic[] Diagnostics);

/// <param name="Severity">1 error, 2 warning, 3 information.</param>
internal sealed record LspDiagnostic(Span Range, int Severity, string Code, string Source, string Message);

internal sealed record CompletionItem(
    string Label,
    int Kind,
    string? Detail,
    string? Documentation,
    string FilterText,
    TextEdit TextEdit
);

internal sealed record TextEdit(Span Range, string NewText);

internal sealed record Hover(MarkupContent Contents);

internal sealed record MarkupContent(string Kind, string Value);

internal sealed record CodeAction(
    string Title,
    string Kind,
    bool IsPreferred,
    LspDiagnostic[] Diagnostics,
    WorkspaceEdit Edit
);

internal sealed record WorkspaceEdit(Dictionary<string, TextEdit[]> Changes);
