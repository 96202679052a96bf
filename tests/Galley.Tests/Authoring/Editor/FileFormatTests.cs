using System.Text.Json;
using System.Text.Json.Nodes;
using Galley.Testing;

namespace Galley.Tests.Authoring.Editor;

/// <summary>The format of the editor's page, run in Node with the package that the page brings.</summary>
public class FileFormatTests
{
    private const string Package = "yaml@2.9.1";

    /// <summary>Prints what a test's own lines return, and never fails: a failure of Node's would look like a missing Node.</summary>
    private const string Frame = """
        const yaml = require('yaml'), fs = require('fs');
        import('FORMAT').then(({ createFormat }) => {
          const of = path => createFormat(yaml, path.endsWith('.md') ? 'md' : 'yaml', '# yaml-language-server: $schema=s.json');
          const order = ['status', 'scheduled_at', 'body', 'lead_magnet', 'images', 'followups', 'document', 'labels', 'notes', 'approved'];
          console.log(JSON.stringify((() => { PROGRAM })()));
        }).catch(failure => console.log(JSON.stringify([failure.stack])));
        """;

    [Test]
    public void Example_OpenedAndSavedUntouched_IsTheSameToTheByte()
    {
        var files = Directory
            .EnumerateFiles(Checkout.Example, "*", SearchOption.AllDirectories)
            .Where(path =>
                path.EndsWith(".md", StringComparison.Ordinal) || path.EndsWith(".yaml", StringComparison.Ordinal)
            );

        var changed = Run(
            $$"""
            return {{JsonSerializer.Serialize(files)}}.filter(path => {
              const text = fs.readFileSync(path, 'utf8'), data = JSON.parse(JSON.stringify(of(path).fromFile(text)));
              return of(path).toFile(data, order) !== text;
            });
            """
        );

        Assert.That(changed, Is.Empty);
    }

    /// <summary>Each is made of pieces, one a field, so that it is known which lines an edit may touch.</summary>
    [Test]
    public void ThousandFiles_WithOneFieldEdited_ChangeThatFieldsLinesAndNoOther()
    {
        var wrong = Run(
            """
            let seed = 20260608;
            const random = below => {
              seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
              return Math.floor((seed / 4294967296) * below);
            };
            const pick = list => list[random(list.length)];
            const forms = {
              status: ['status: scheduled', 'status:   "draft"  # not yet', "'status': draft"],
              scheduled_at: [
                'scheduled_at: 2026-06-15 10:00',
                'scheduled_at: 2026-06-15T14:00:00Z',
                '"scheduled_at": "2026-06-15 10:00" # New York',
              ],
              lead_magnet: [
                'lead_magnet: guide',
                'lead_magnet: {id: 00000000-0000-4000-8000-000000000003}',
                'lead_magnet:\n  # made elsewhere\n  id: 00000000-0000-4000-8000-000000000003',
                'lead_magnet: null',
              ],
              images: [
                'images: [a.png, {url: "https://a.example/b.png"}]',
                'images:\n  - a.png # first\n  # second\n  - {file: media/b.png, alt: "A chart: up"}',
                'images:\n- a.png\n-   file: c.png\n    alt: Bars',
                'images: [\n  a.png, # one\n  b.png\n]',
                'images:',
              ],
              followups: [
                'followups: {reaction: {enabled: true, delay_minutes: 30}, comments: [{text: "x, y", delay_minutes: 60}]}',
                'followups:\n  repost: null\n  comments:\n    - text: >\n        Folded\n        text\n      delay_minutes: 60',
                'followups: null',
              ],
              approved: ['approved: 12E4', 'approved: 0012', 'approved: 1234 # Ann', 'approved: 7QK4-M2XD-93TB'],
              notes: [
                'notes: |\n  Two\n\n  lines',
                'notes: >-\n  One\n  line\n',
                "notes: 'It''s'",
                'notes: plain\n  on two lines',
                'notes: |+\n  kept\n\n',
              ],
              labels: ['labels: [launch, q3]', 'labels:\n- launch'],
              send_ahead: ['send_ahead: 24h'],
              unknown: ['unknown: {a: [ 1,2 ], b: 0x1F}'],
            };
            const edits = {
              status: ['draft', 'scheduled'],
              scheduled_at: ['2026-07-01 09:30', '2026-07-01T09:30Z'],
              lead_magnet: ['other', { id: '00000000-0000-4000-8000-000000000009' }, ''],
              images: [['a.png', 'new.png'], [{ file: 'media/b.png', alt: 'Another: text' }], []],
              followups: [
                { comments: [{ text: 'New\ntext', delay_minutes: 5 }, { text: '#2' }] },
                { reaction: { enabled: true } },
              ],
              approved: ['13E4', '0x12', 'M2XD-93TB-7QK4', ''],
              notes: ['short', 'a: b # c', 'long\n\ntext', ''],
              labels: [['launch', 'spring'], ['12E4']],
              send_ahead: ['48h', ''],
              unknown: [''],
              body: ['Another\n\ntext', 'First line\nsecond\n\n- a list\nchanged'],
            };
            const plain = value =>
              JSON.parse(
                JSON.stringify(value, (_, item) =>
                  item === null ||
                  item === '' ||
                  (Array.isArray(item) && item.length === 0) ||
                  (item?.constructor === Object && Object.keys(item).length === 0)
                    ? undefined
                    : item,
                ) ?? 'null',
              );
            const wrong = [];
            for (let round = 0; round < 1000; round++) {
              const ending = pick(['md', 'md', 'yaml']),
                lineEnd = pick(['\n', '\n', '\r\n']),
                isMarkdown = ending === 'md';
              const keys = Object.keys(forms)
                .filter(() => random(3) > 0)
                .sort(() => random(3) - 1);
              const body = pick(['First line\nsecond\n\n- a list\n  of one', 'Only line', 'Ünïcode … 🎉\n\nend']);
              const pieces = keys.map(key => [
                key,
                pick(['', '', '# a comment\n', '\n', '\n# two\n# lines\n']),
                pick(forms[key]) + '\n',
              ]);
              if (!isMarkdown)
                pieces.splice(random(pieces.length + 1), 0, [
                  'body',
                  '',
                  'body: |\n' + body.replace(/^(?=.)/gm, '  ') + '\n',
                ]);
              const bodyLead = pick(['', '\n']),
                bodyEnd = pick(['\n', '', '\n\n']);
              const all = isMarkdown
                ? [
                    ['', '', pick(['', '\uFEFF']) + '---\n'],
                    ...pieces,
                    ['', pick(['', '# end\n']), '---\n'],
                    ['body', bodyLead, body],
                    ['', '', bodyEnd],
                  ]
                : pieces;
              const text = all
                .map(([, comment, piece]) => comment + piece)
                .join('')
                .replaceAll('\n', lineEnd);
              const format = of('x.' + ending),
                data = format.fromFile(text);
              const say = what => wrong.push({ round, what, text });
              if (data.galley_broken) {
                say(data.galley_broken);
                continue;
              }
              if (format.toFile(data, order) !== text) say('untouched, and changed');
              const editable = [...all.keys()].filter(index => all[index][0]),
                place = pick(editable);
              if (place === undefined) continue;
              const key = all[place][0],
                value = pick(edits[key]),
                edited = { ...data, [key]: value };
              const now = format.toFile(edited, order),
                join = list =>
                  list
                    .map(([, comment, piece]) => comment + piece)
                    .join('')
                    .replaceAll('\n', lineEnd);
              const before = join(all.slice(0, place)) + all[place][1].replaceAll('\n', lineEnd),
                after = join(all.slice(place + 1));
              if (!now.startsWith(before) || !now.endsWith(after)) {
                say(`${key} = ${JSON.stringify(value)} touched other lines: ${now}`);
                continue;
              }
              const again = plain({ ...format.fromFile(now), galley_source: '' }),
                wanted = plain({ ...edited, galley_source: '' });
              const trimmed = item => (typeof item === 'string' ? item.trimEnd() : item);
              for (const field of new Set([...Object.keys(again), ...Object.keys(wanted)]))
                if (
                  JSON.stringify(trimmed(again[field]), (_, item) => trimmed(item)) !==
                  JSON.stringify(trimmed(wanted[field]), (_, item) => trimmed(item))
                ) {
                  say(`${field} reads ${JSON.stringify(again[field])}, not ${JSON.stringify(wanted[field])}: ${now}`);
                  break;
                }
              if (lineEnd === '\r\n' && /[^\r]\n/.test(now))
                say(`${key}: a line end of another kind: ${JSON.stringify(now)}`);
            }
            return wrong.slice(0, 5);
            """
        );

        Assert.That(wrong, Is.Empty);
    }

    [Test]
    public void NewPost_HasTheSchemaLineItsFieldsInOrderAndNothingEmpty()
    {
        var written = Run(
            """
            return [
              of('x.md').toFile(
                {
                  galley_key: '2026-06-15-hello',
                  body: 'Hello\n\n',
                  status: 'scheduled',
                  approved: '12E4',
                  notes: '',
                  images: [],
                  followups: { reaction: {}, comments: [{ text: '', delay_minutes: null }] },
                  scheduled_at: '2026-06-15 10:00',
                },
                order,
              ),
            ];
            """
        );

        Assert.That(
            (string?)written[0],
            Is.EqualTo(
                """
                ---
                # yaml-language-server: $schema=s.json
                status: scheduled
                scheduled_at: 2026-06-15 10:00
                approved: "12E4"
                ---
                Hello

                """
            )
        );
    }

    [TestCase("---\nstatus: [draft\n---\nText\n", "mistake in its fields, near line")]
    [TestCase("---\nstatus: draft\nstatus: scheduled\n---\n", "mistake in its fields, near line 3")]
    [TestCase("No front matter\n", "does not begin with fields")]
    [TestCase("---\n{status: draft}\n---\nText\n", "on lines of their own")]
    [TestCase("---\nstatus: &a draft\nnotes: *a\n---\nText\n", "anchor")]
    public void BrokenFile_IsShownAndNeverOverwritten(string text, string why)
    {
        var said = Run(
            $$"""
            const format = of('x.md'), text = {{JsonSerializer.Serialize(text)}}, data = format.fromFile(text);
            let refused = null;
            try { format.toFile({ ...data, status: 'scheduled' }, order); } catch (error) { refused = error.message; }
            return [format.toFile(data, order) === text, refused];
            """
        );

        Assert.That((bool)said[0]!, Is.True, "untouched");
        Assert.That((string?)said[1], Does.Contain(why));
    }

    private static JsonArray Run(string program)
    {
        var format = new Uri(Path.Combine(Checkout.Root, "src/Galley/Authoring/Editor/Assets/format.mjs")).AbsoluteUri;
        var answer = NpmPackage.Run(
            Package,
            Frame
                .Replace("PROGRAM", program, StringComparison.Ordinal)
                .Replace("FORMAT", format, StringComparison.Ordinal)
        );
        if (answer is null)
        {
            Assert.Ignore($"{Package} can't be installed here: it needs Node, npm and a registry.");
        }

        return JsonNode.Parse(answer!)!.AsArray();
    }
}
