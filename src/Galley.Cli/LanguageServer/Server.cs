using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Threading.Channels;
using Galley.Cli.Hosting;
using Galley.Diagnostics;
using Galley.Editing;
using Microsoft.VisualStudio.Threading;
using NodaTime;
using StreamJsonRpc;

namespace Galley.Cli.LanguageServer;

/// <summary>
/// What an editor asks, by the protocol's method names. Problems are looked for on a task of its own, and once for all keys that were
/// pressed meanwhile.
/// </summary>
internal sealed class Server(Shell shell, TimeProvider clock)
{
    private const string Quickfix = "quickfix";

    private readonly ConcurrentDictionary<string, EditingSession> _sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, ImmutableArray<Diagnostic>> _found = new(StringComparer.Ordinal);
    private readonly Channel<ContentFile> _changed = Channel.CreateUnbounded<ContentFile>();
    private readonly TaskCompletionSource _exit = new();

    /// <summary>Ends when the editor says so, or is gone.</summary>
    public static async Task Run(Shell shell, TimeProvider clock)
    {
        var server = new Server(shell, clock);
        using var formatter = new SystemTextJsonFormatter();
        formatter.JsonSerializerOptions = ProtocolJson.Options;
        using var handler = new HeaderDelimitedMessageHandler(shell.OpenOutput(), shell.OpenInput(), formatter);
        using var rpc = new JsonRpc(handler, server)
        {
            // One message after the other, as they were typed.
            SynchronizationContext = new NonConcurrentSynchronizationContext(sticky: false),
        };
        rpc.StartListening();
        var checking = server.CheckChanges(rpc);
        await Task.WhenAny(rpc.Completion, server._exit.Task, checking);
        server._changed.Writer.TryComplete();
        try
        {
            await checking;
        }
        catch (Exception gone) when (gone is ConnectionLostException or ObjectDisposedException or IOException)
        {
            // The editor is gone: nobody is left to be told.
        }
    }

    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public static InitializeResult Initialize(object _) =>
        new(
            new ServerCapabilities(
                1,
                new CompletionOptions(["<", ":", " ", "["]),
                HoverProvider: true,
                new CodeActionOptions([Quickfix])
            ),
            new ServerInfo("galley", ProductVersion.Version)
        );

    [JsonRpcMethod("initialized", UseSingleObjectParameterDeserialization = true)]
    public static void Initialized(object _) { }

    [JsonRpcMethod("shutdown")]
    public static object? Shutdown() => null;

    [JsonRpcMethod("exit")]
    public void Exit() => _exit.TrySetResult();

    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void Open(OpenParams opened) => Write(opened.TextDocument.Uri, opened.TextDocument.Text);

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void Change(ChangeParams changed) => Write(changed.TextDocument.Uri, changed.ContentChanges[^1].Text);

    [JsonRpcMethod("textDocument/didSave", UseSingleObjectParameterDeserialization = true)]
    public void Save(DocumentParams saved) => Check(ContentFile.From(saved.TextDocument.Uri));

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void Close(DocumentParams closed)
    {
        if (ContentFile.From(closed.TextDocument.Uri) is { } file)
        {
            SessionOf(file).Close(file.Path);
            Check(file);
        }
    }

    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public CompletionItem[] Complete(PlaceParams asked) =>
        ContentFile.From(asked.TextDocument.Uri) is { } file
            ?
            [
                .. SessionOf(file)
                    .Complete(file.Path, Convert.Position(asked.Position))
                    .Select(completion => Convert.Item(completion, asked.Position)),
            ]
            : [];

    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public Hover? Hover(PlaceParams asked) =>
        ContentFile.From(asked.TextDocument.Uri) is { } file
        && SessionOf(file).Hover(file.Path, Convert.Position(asked.Position)) is { } text
            ? new Hover(new MarkupContent("markdown", text))
            : null;

    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public CodeAction[] Actions(CodeActionParams asked)
    {
        if (ContentFile.From(asked.TextDocument.Uri) is not { } file)
        {
            return [];
        }

        var (first, last) = (asked.Range.Start.Line + 1, asked.Range.End.Line + 1);
        return
        [
            .. from diagnostic in _found.GetValueOrDefault(file.Group, [])
            where diagnostic.Path == file.Path && diagnostic.Fix is not null
            where diagnostic.At.Line >= first && diagnostic.At.Line <= last
            select Convert.Action(diagnostic, diagnostic.Fix!, SessionOf(file), asked.TextDocument.Uri),
        ];
    }

    private void Write(string uri, string text)
    {
        if (ContentFile.From(uri) is { } file)
        {
            SessionOf(file).Write(file.Path, text);
            Check(file);
        }
    }

    private void Check(ContentFile? file)
    {
        if (file is not null)
        {
            _changed.Writer.TryWrite(file);
        }
    }

    private EditingSession SessionOf(ContentFile file) =>
        _sessions.GetOrAdd(file.Root, root => new EditingSession(root, () =>
            Instant.FromDateTimeOffset(clock.GetUtcNow())
        ));

    private async Task CheckChanges(JsonRpc rpc)
    {
        while (await _changed.Reader.WaitToReadAsync(shell.Stop))
        {
            var waiting = new List<ContentFile>();
            while (_changed.Reader.TryRead(out var file))
            {
                waiting.Add(file);
            }

            foreach (var file in waiting.DistinctBy(file => file.Group))
            {
                await Publish(file, rpc);
            }
        }
    }

    private async Task Publish(ContentFile file, JsonRpc rpc)
    {
        var session = SessionOf(file);
        ImmutableArray<Diagnostic> found;
        try
        {
            found = session.Check(file.Path);
        }
        catch (Exception unreadable) when (unreadable is GalleyException or IOException or UnauthorizedAccessException)
        {
            await rpc.NotifyWithParameterObjectAsync(
                "window/showMessage",
                new { type = 1, message = $"galley: {unreadable.Message}" }
            );
            return;
        }

        var before = _found.GetValueOrDefault(file.Group, []);
        _found[file.Group] = found;
        foreach (var path in before.Concat(found).Select(diagnostic => diagnostic.Path).Append(file.Path).Distinct())
        {
            var here = found.Where(diagnostic => diagnostic.Path == path);
            await rpc.NotifyWithParameterObjectAsync(
                "textDocument/publishDiagnostics",
                new PublishedDiagnostics(
                    file.UriOf(path),
                    [.. here.Select(diagnostic => Convert.Diagnostic(diagnostic, session))]
                )
            );
        }
    }
}
