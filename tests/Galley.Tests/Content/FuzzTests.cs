using System.Text;
using Galley.Content;

namespace Galley.Tests.Content;

/// <summary>Reading never throws, whatever is in the files.</summary>
public class FuzzTests
{
    private const int Folders = 100;
    private const int FilesPerFolder = 100;

    private static readonly string[] Good =
    [
        "---\nstatus: scheduled\nscheduled_at: 2026-06-15 10:00\nimages: [a.png, {url: 'https://a.example/b'}]\n"
            + "followups: {comments: [{text: \"Hi: x\", delay_minutes: 60}]}\n"
            + "lead_magnet: {id: 00000000-0000-4000-8000-000000000003}\n---\nHello\n",
        "status: draft\nnotes: >-\n  folded\n  text\nsend_ahead: 24h\n"
            + "document: {file: media/a.pdf, type: pdf}\nbody: |\n  Hello\n\n   there\n",
        "keyword: GUIDE\nresource_name: Guide\ntext_template: \"Here: {{resource_link}}\"\n"
            + "hosted_page: {title: G, cta_label: null}\nbody: x\n",
    ];

    private static readonly string[] Tokens =
    [
        "{{",
        "}}",
        "<<",
        ": ",
        "- ",
        "? ",
        "&a ",
        "*a",
        "!!str ",
        "\t",
        "\n",
        "\r",
        "---\n",
        "...\n",
        "|",
        ">",
        "\"",
        "'",
        "[",
        "]",
        "{",
        "}",
        "#",
        "%YAML 9.9\n",
        "\0",
        "\uFEFF",
        "\u2028",
        "\u0085",
        "😀",
        "9999999999999999999",
        "1e999",
        ".inf",
        "0x",
        "0o9",
        "null",
        "\\U00110000",
        "body_file: a.md\n",
        "key: ../x\n",
    ];

    [TestCase(20260615)]
    public void Files_RandomOrEditedAtRandom_AreReadOrRefused(int seed)
    {
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (var folder = 0; folder < Folders; folder++)
        {
            using var content = new ContentFolder();
            for (var file = 0; file < FilesPerFolder; file++)
            {
                content.Write($"clients/acme/{NameOf(file)}", Bytes(random));
            }

            ClientContent read = content.Read();

            var accounted = read
                .Posts.Select(post => post.SourceMap.Path)
                .Concat(read.LeadMagnets.Select(leadMagnet => leadMagnet.SourceMap.Path))
                .Concat(read.Posts.Select(post => post.SourceMap.BodyPath))
                .Concat(read.LeadMagnets.Select(leadMagnet => leadMagnet.SourceMap.BodyPath))
                .Concat(read.Unread.Select(unread => unread.Path));
            Assert.That(accounted.Distinct().Count(), Is.EqualTo(FilesPerFolder), $"seed {seed}, folder {folder}");
        }
    }

    private static string NameOf(int file) =>
        (file % 3) switch
        {
            0 => $"posts/{file}.md",
            1 => $"posts/{file}.yaml",
            _ => $"lead-magnets/{file}.yaml",
        };

    private static byte[] Bytes(Random random)
    {
        if (random.Next(4) == 0)
        {
            var bytes = new byte[random.Next(400)];
            random.NextBytes(bytes);
            return bytes;
        }

        var text = new StringBuilder(Good[random.Next(Good.Length)]);
        for (var edits = random.Next(1, 5); edits > 0 && text.Length > 0; edits--)
        {
            Edit(text, random);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Edit(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(4))
        {
            case 0:
                text.Remove(at, length);
                break;
            case 1:
                text.Insert(random.Next(text.Length), text.ToString(at, length));
                break;
            default:
                text.Insert(at, Tokens[random.Next(Tokens.Length)]);
                break;
        }
    }
}
