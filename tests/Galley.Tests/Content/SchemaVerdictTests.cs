using System.Text.Json;
using Galley.Content.Schemas;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Testing;
using Newtonsoft.Json;

namespace Galley.Tests.Content;

/// <summary>Editors use a draft-07 validator and Galley uses NJsonSchema. Nobody should see the two disagree.</summary>
public class SchemaVerdictTests
{
    private const int MutationsOfEach = 150;

    private static readonly (string Name, ContentSchema Schema, string Text)[] Samples =
    [
        (
            "post",
            ContentSchema.For(Kind.Post),
            """
            status: scheduled
            scheduled_at: 2026-06-15 10:00
            lead_magnet: {id: 00000000-0000-4000-8000-000000000003}
            theme_id: null
            images: [a.png, {url: "https://a.example/b.png"}, {file: c.png}]
            document: {file: d.pdf, type: pdf}
            notes: a note
            followups: {reaction: {enabled: true, delay_minutes: 30, reaction_type: like}, comments: [{text: x, delay_minutes: 60}]}
            send_ahead: 24h
            approved: 7QK4-M2XD-93TB
            moved_from: none
            key: a
            text_format: plain
            body_file: a.md
            """
        ),
        (
            "lead-magnet",
            ContentSchema.For(Kind.LeadMagnet),
            """
            keyword: GUIDE
            resource_name: Guide
            text_template: x
            description: d
            delivery_mode: hosted_content
            not_connected_reply: r
            confirm_missing_magnet_url: false
            hosted_page: {title: t, status: published, external_resource_url: null, cta_label: l, cta_url: "https://a.example"}
            body: b
            """
        ),
        (
            "client",
            ContentSchema.Client,
            """
            name: A
            client_id: 00000000-0000-4000-8000-000000000001
            time_zone: Europe/London
            send_drafts: true
            approval: required
            send_ahead: merge
            notify: [ann, org/team]
            rules: {GAL314: note}
            followups: {comments: []}
            """
        ),
        (
            "galley",
            ContentSchema.Galley,
            """
            time_zone: Europe/London
            ledger: git:b@origin
            ledger_id: 7f3c
            limits: {max_creates: 5, min_lead_time: 10m, min_gap: 30m, post_text: 3000, comment_text: 1250}
            send_ahead: 72h
            notify: []
            paused: false
            rules: {GAL314: warning}
            """
        ),
    ];

    private static readonly string[] Values =
    [
        "5",
        "-1",
        "0",
        "1.5",
        "3.0",
        "1e3",
        "true",
        "null",
        "\"\"",
        "text",
        "[]",
        "[5]",
        "{}",
        "{a: b}",
        "[[]]",
        "\"x\\n\"",
        "\"24h\\n\"",
        "24H",
        "٣h",
        "merge",
        "like",
        "scheduled",
        "999999d",
        "😀",
        "\"a.md\\n\"",
        "git:a@b@c",
        "folder:",
        "00000000-0000-4000-8000-00000000000G",
        "{id: x}",
        "{file: a, url: b}",
        "[{text: 5}]",
    ];

    [TestCase(20260615)]
    public void Verdict_OnMutatedFiles_IsThatOfAjv(int seed)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var cases = Samples
            .SelectMany(sample =>
                Mutations(sample.Text, random).Select(root => (sample.Name, sample.Schema, Root: root))
            )
            .ToArray();

        var theirs = Ajv([.. cases.Select(one => (one.Name, JsonTree.From(one.Root).ToString(Formatting.None)))]);
        var ours = cases.Select(one => !one.Schema.Errors(one.Root).Any()).ToArray();

        var apart = cases
            .Where((_, index) => ours[index] != theirs[index])
            .Select(one => $"{one.Name}: {JsonTree.From(one.Root).ToString(Formatting.None)}");
        Assert.That(apart, Is.Empty);
        Assert.That(ours.Count(valid => valid), Is.InRange(50, cases.Length - 50), "both verdicts should occur often");
        TestContext.Out.WriteLine($"{cases.Length} files, {ours.Count(valid => valid)} valid");
    }

    /// <summary>The fast check may leave a valid file to the full check, but it never accepts an invalid one.</summary>
    [TestCase(20260615)]
    [TestCase(7)]
    public void SureVerdict_OnMutatedFiles_IsNeverWrong(int seed)
    {
        var random = new Random(seed);
        var cases = Samples
            .SelectMany(sample =>
                Mutations(sample.Text, random).Select(root => (sample.Name, sample.Schema, Root: root))
            )
            .ToArray();

        var sure = cases.Where(one => one.Schema.IsSurelyRight(one.Root)).ToArray();

        Assert.That(
            sure.Where(one => one.Schema.Errors(one.Root).Any())
                .Select(one => $"{one.Name}: {JsonTree.From(one.Root)}"),
            Is.Empty
        );
        Assert.That(
            sure,
            Has.Length.EqualTo(cases.Count(one => !one.Schema.Errors(one.Root).Any())),
            "the fast check leaves a valid file to the full check"
        );
    }

    [Test]
    public void SureVerdict_OnEachSample_IsThatItIsRight()
    {
        foreach (var (name, schema, text) in Samples)
        {
            Assert.That(schema.IsSurelyRight((MappingNode)YamlText.Read(text, firstLine: 1, _ => { })!), name);
        }
    }

    [Test]
    public void Schemas_EveryField_IsDescribedWithAnExample()
    {
        foreach (var (name, _, _) in Samples)
        {
            Assert.That(Undescribed(JsonDocument.Parse(SchemaText(name)).RootElement, name), Is.Empty);
        }
    }

    private static IEnumerable<MappingNode> Mutations(string text, Random random)
    {
        var nodes =
            from _ in Enumerable.Range(0, MutationsOfEach)
            select YamlText.Read(Mutated(text, random), firstLine: 1, _ => { });
        return nodes.OfType<MappingNode>();
    }

    private static string Mutated(string text, Random random)
    {
        var lines = text.Split('\n').ToList();
        var at = random.Next(lines.Count);
        var name = lines[at][..(lines[at].IndexOf(':', StringComparison.Ordinal) + 1)];
        var inner = System.Text.RegularExpressions.Regex.Match(lines[at], @"(?<=\w: )[^{\[\s,}\]][^,}\]]*(?=[,}\]])");
        switch (random.Next(5))
        {
            case 0:
                lines.RemoveAt(at);
                break;
            case 1:
                lines[at] = "x" + lines[at];
                break;
            case 2 when inner.Success:
                lines[at] = lines[at]
                    .Remove(inner.Index, inner.Length)
                    .Insert(inner.Index, Values[random.Next(Values.Length)]);
                break;
            case 3:
                break;
            default:
                lines[at] = $"{name} {Values[random.Next(Values.Length)]}";
                break;
        }

        return string.Join('\n', lines);
    }

    private static bool[] Ajv((string Schema, string Json)[] cases)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(
            folder["cases.json"],
            JsonConvert.SerializeObject(
                new
                {
                    schemas = Samples.ToDictionary(sample => sample.Name, sample => SchemaText(sample.Name)),
                    cases = cases.Select(one => new[] { one.Schema, one.Json }),
                }
            )
        );
        var output = NpmPackage.Run(
            "ajv@8.17.1",
            $$"""
            const Ajv = require('ajv');
            const { schemas, cases } = JSON.parse(require('fs').readFileSync({{JsonConvert.SerializeObject(
                folder["cases.json"]
            )}}, 'utf8'));
            const judges = {};
            for (const name in schemas) judges[name] = new Ajv({ strict: true, allowUnionTypes: true }).compile(JSON.parse(schemas[name]));
            console.log(JSON.stringify(cases.map(([name, json]) => judges[name](JSON.parse(json)))));
            """
        );
        if (output is null)
        {
            Assert.Ignore("skipped: needs node and npm, to compare with ajv");
        }

        return JsonConvert.DeserializeObject<bool[]>(output!)!;
    }

    private static string SchemaText(string name)
    {
        using var reader = new StreamReader(
            typeof(ContentSchema).Assembly.GetManifestResourceStream($"schemas/{name}.schema.json")!
        );
        return reader.ReadToEnd();
    }

    private static IEnumerable<string> Undescribed(JsonElement schema, string path)
    {
        if (!schema.TryGetProperty("description", out _) || !schema.TryGetProperty("examples", out _))
        {
            yield return path;
        }

        var inside = new[] { "properties", "patternProperties" }
            .Where(group => schema.TryGetProperty(group, out _))
            .SelectMany(group =>
                schema.GetProperty(group).EnumerateObject().Select(property => (property.Name, property.Value))
            );
        if (schema.TryGetProperty("items", out var items))
        {
            inside = inside.Append(("[]", items));
        }

        foreach (var found in inside.SelectMany(one => Undescribed(one.Value, $"{path}.{one.Item1}")))
        {
            yield return found;
        }
    }
}
