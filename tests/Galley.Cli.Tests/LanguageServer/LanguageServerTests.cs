using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Testing;

namespace Galley.Cli.Tests.LanguageServer;

/// <summary>The server in a process of its own, as the client library of Visual Studio Code talks to it.</summary>
internal sealed class LanguageServerTests
{
    private const string Package = "vscode-languageserver-protocol@3.18.5";
    private const string Post = "clients/acme/posts/a.md";

    private const string Program = """
        const { spawn } = require('child_process'),
          { pathToFileURL } = require('url'),
          fs = require('fs'),
          path = require('path');
        const lsp = require('vscode-languageserver-protocol/node');
        const [root, ...command] = ARGUMENTS;
        (async () => {
          const server = spawn(command[0], command.slice(1), { stdio: ['pipe', 'pipe', 'inherit'] });
          const client = lsp.createProtocolConnection(
            new lsp.StreamMessageReader(server.stdout),
            new lsp.StreamMessageWriter(server.stdin),
          );
          const published = new Map(),
            waiting = [];
          client.onNotification(lsp.PublishDiagnosticsNotification.type, said => {
            published.set(said.uri, said.diagnostics);
            for (const one of waiting.splice(0)) one();
          });
          client.listen();
          // What was published for a file, as soon as it is what the test waits for.
          const until = async (uri, is) => {
            while (!is(published.get(uri) ?? [])) await new Promise(next => waiting.push(next));
            return published.get(uri);
          };
          const started = await client.sendRequest(lsp.InitializeRequest.type, {
            processId: process.pid,
            rootUri: pathToFileURL(root).href,
            capabilities: {},
          });
          await client.sendNotification(lsp.InitializedNotification.type, {});
          const file = name => pathToFileURL(path.join(root, name)).href;
          const open = (name, text) =>
            client.sendNotification(lsp.DidOpenTextDocumentNotification.type, {
              textDocument: { uri: file(name), languageId: 'markdown', version: 1, text },
            });
          const change = (name, text) =>
            client.sendNotification(lsp.DidChangeTextDocumentNotification.type, {
              textDocument: { uri: file(name), version: 2 },
              contentChanges: [{ text }],
            });
          // The place of the | in a text.
          const at = (name, text) => {
            const before = text.slice(0, text.indexOf('|')).split('\n');
            return {
              textDocument: { uri: file(name) },
              position: { line: before.length - 1, character: before.at(-1).length },
            };
          };
          const complete = async (name, text) => {
            await change(name, text.replace('|', ''));
            return (await client.sendRequest(lsp.CompletionRequest.type, at(name, text))).map(
              item => `${item.label}${item.detail ? ` (${item.detail})` : ''}`,
            );
          };
          const hover = async (name, text) => {
            await change(name, text.replace('|', ''));
            return (await client.sendRequest(lsp.HoverRequest.type, at(name, text)))?.contents.value ?? null;
          };
          const result = await (async () => {
            const text = fs.readFileSync(path.join(root, POST), 'utf8');
            await open(POST, text);
            await until(file(POST), found => found.length === 0);
            await change(POST, text.replace('status:', 'statsu:'));
            const found = await until(file(POST), found => found.some(one => one.code === 'GAL201'));
            const wrong = found.find(one => one.code === 'GAL201');
            const actions = await client.sendRequest(lsp.CodeActionRequest.type, {
              textDocument: { uri: file(POST) },
              range: wrong.range,
              context: { diagnostics: found },
            });
            await change(POST, text);
            await until(file(POST), found => found.length === 0);
            return {
              wrong,
              action: actions[0],
              magnets: await complete(POST, '---\nstatus: draft\nlead_magnet: |\n---\nHi\n'),
              hover: await hover(POST, '---\nstatus: draft\n---\nA **bold** | word\n'),
            };
          })();
          await client.sendRequest(lsp.ShutdownRequest.type);
          const ended = new Promise(end => server.on('exit', end));
          await client.sendNotification(lsp.ExitNotification.type);
          console.log(JSON.stringify({ ...result, exit: await ended, capabilities: started.capabilities }));
          process.exit(0);
        })().catch(error => {
          console.error(error);
          process.exit(1);
        });
        """;

    [Test]
    public void Editor_WhileSomebodyTypes_IsToldWhatGalleyKnows()
    {
        using var content = new TemporaryFolder();
        Write(
            content,
            "clients/acme/client.yaml",
            "name: Acme\nclient_id: 3f0c9a52-0000-4000-8000-000000000001\ntime_zone: Europe/London\n"
        );
        Write(
            content,
            "clients/acme/lead-magnets/guide.md",
            "---\nkeyword: GUIDE\nresource_name: Pipeline Guide\ntext_template: \"<<resource_link>>\"\n---\n# Page\n"
        );
        Write(content, Post, "---\nstatus: draft\nlead_magnet: guide\n---\nComment <<keyword>>.\n");
        string[] arguments =
        [
            content.Path,
            "dotnet",
            Path.Combine(TestContext.CurrentContext.TestDirectory, "Galley.Cli.dll"),
            "lsp",
            "--stdio",
            "--now",
            "2026-06-08T09:00:00Z",
        ];

        var program = Program
            .Replace("ARGUMENTS", JsonSerializer.Serialize(arguments), StringComparison.Ordinal)
            .Replace("POST", JsonSerializer.Serialize(Post), StringComparison.Ordinal);
        if (NpmPackage.Run(Package, program) is not { } answer)
        {
            Assert.Ignore($"{Package} can't be installed here: it needs Node, npm and a registry.");
            return;
        }

        var said = JsonNode.Parse(answer)!;
        Assert.Multiple(() =>
        {
            Assert.That(said["wrong"]!["range"]!["start"]!.ToJsonString(), Is.EqualTo("""{"line":1,"character":0}"""));
            Assert.That((string?)said["wrong"]!["message"], Does.Contain("statsu").And.Contain("status"));
            Assert.That(said["action"]!["edit"]!.ToJsonString(), Does.Contain("\"newText\":\"status\""));
            Assert.That(
                said["magnets"]!.AsArray().Select(item => (string?)item),
                Is.EqualTo(new[] { "guide (GUIDE · Pipeline Guide)" })
            );
            Assert.That((string?)said["hover"], Does.Contain("A bold  word").And.Contain("of 3,000"));
            Assert.That((int?)said["exit"], Is.Zero);
        });
    }

    private static void Write(TemporaryFolder folder, string path, string text)
    {
        var full = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }
}
