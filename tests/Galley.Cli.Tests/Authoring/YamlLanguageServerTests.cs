using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Cli.Tests.Running;
using Galley.Testing;

namespace Galley.Cli.Tests.Authoring;

/// <summary>What an author sees in VS Code: its YAML support is this very server.</summary>
internal sealed class YamlLanguageServerTests
{
    private const string Package = "yaml-language-server@2.0.0";

    /// <summary>Opens the file with an empty line above its body, and asks there what may follow, and what the first field means.</summary>
    private const string Program = """
        const fs = require('fs'), { spawn } = require('child_process'), { pathToFileURL } = require('url');
        const bin = 'node_modules/yaml-language-server/bin/yaml-language-server';
        const server = spawn(process.execPath, [bin, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
        const waiting = new Map();
        let received = Buffer.alloc(0), next = 1;
        function write(message) {
          const body = JSON.stringify({ jsonrpc: '2.0', ...message });
          server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
        }
        function ask(method, params) {
          const id = next++;
          write({ id, method, params });
          return new Promise(answer => waiting.set(id, answer));
        }
        function take(message) {
          if (message.method && message.id !== undefined) write({ id: message.id, result: (message.params.items ?? []).map(() => null) });
          else if (waiting.has(message.id)) waiting.get(message.id)(message.result);
        }
        server.stdout.on('data', data => {
          received = Buffer.concat([received, data]);
          for (let head; (head = received.indexOf('\r\n\r\n')) >= 0;) {
            const end = head + 4 + Number(/Content-Length: (\d+)/i.exec(received.subarray(0, head))[1]);
            if (received.length < end) return;
            const message = JSON.parse(received.subarray(head + 4, end));
            received = received.subarray(end);
            take(message);
          }
        });
        (async () => {
          const path = FILE, uri = pathToFileURL(path).href;
          const text = fs.readFileSync(path, 'utf8').replace('\nbody:', '\n\nbody:'), lines = text.split('\n');
          const capabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } };
          await ask('initialize', { processId: process.pid, rootUri: null, capabilities });
          write({ method: 'initialized', params: {} });
          write({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'yaml', version: 1, text } } });
          const at = (line, character) => ({ textDocument: { uri }, position: { line, character } });
          const completion = await ask('textDocument/completion', at(lines.indexOf(''), 0));
          const hover = await ask('textDocument/hover', at(lines.findIndex(line => line.startsWith('status:')), 2));
          const offers = completion.items.map(item => ({ label: item.label, documentation: item.documentation }));
          console.log(JSON.stringify({ offers, hover: hover.contents.value }));
          server.kill();
        })();
        """;

    [Test]
    public async Task Editor_OfANewPost_OffersTheFieldsAndSaysWhatTheyMean()
    {
        using var repo = await NewRepo.Init();
        await repo.Galley("new", "post", "--key", "hello", "--yaml");
        var file = Path.Combine(repo.Root, "clients", NewRepo.Slug, "posts/hello.yaml");

        if (
            NpmPackage.Run(Package, Program.Replace("FILE", JsonSerializer.Serialize(file), StringComparison.Ordinal))
            is not { } answer
        )
        {
            Assert.Ignore($"{Package} can't be installed here: it needs Node, npm and a registry.");
            return;
        }

        var said = JsonNode.Parse(answer)!;
        Assert.That(
            said["offers"]!.AsArray().Select(offer => (string?)offer!["label"]),
            Is.SupersetOf(new[] { "lead_magnet", "images", "followups", "send_ahead", "approved" })
        );
        Assert.That(said["offers"]!.ToJsonString(), Does.Contain("Pictures, in order"));
        Assert.That(
            (string?)said["hover"],
            Does.Contain("the post goes out at its time").And.Contain("post.schema.json")
        );
    }
}
