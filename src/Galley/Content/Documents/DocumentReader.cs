using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Documents;

/// <summary>Reads a <c>.md</c> or a <c>.yaml</c> file into a <see cref="ContentDocument"/>.</summary>
internal static class DocumentReader
{
    private const string Body = "body";
    private const string BodyFile = "body_file";

    /// <returns>Null after reporting why.</returns>
    public static ContentDocument? Read(string fullPath, FileReport report)
    {
        if (TextFile.Read(fullPath, report) is not { } text)
        {
            return null;
        }

        return fullPath.EndsWith(".md", StringComparison.Ordinal)
            ? FromMarkdown(text, report)
            : FromYaml(fullPath, text, report);
    }

    /// <returns>The fields of a YAML text. Null after reporting why there are none.</returns>
    public static MappingNode? Fields(string yaml, int firstLine, FileReport report)
    {
        var hasErrors = false;
        var node = YamlText.Read(yaml, firstLine, Report);
        if (node is MappingNode mapping)
        {
            return mapping;
        }

        if (!hasErrors && node is null or ScalarNode { Kind: ScalarKind.Null })
        {
            return new MappingNode(new Position(firstLine, 1));
        }

        if (!hasErrors)
        {
            report.Add(Slip(node!) ?? NoFields(node!.At));
        }

        return null;

        void Report(Fault fault)
        {
            hasErrors |= fault.Code.Severity == Severity.Error;
            report.Add(fault);
        }
    }

    private static ContentDocument? FromMarkdown(string text, FileReport report)
    {
        if (
            FrontMatter.Split(text, report) is not { } parts
            || Fields(parts.Yaml, FrontMatter.FirstLine, report) is not { } root
        )
        {
            return null;
        }

        foreach (var name in (ReadOnlySpan<string>)[Body, BodyFile])
        {
            if (root.Find(name) is { } field)
            {
                report.Add(BodyGivenTwice(field));
            }
        }

        var body = BodyText.From(parts.Body, parts.BodyLine);
        return new ContentDocument(
            root,
            new DocumentSource(report.Path, root) { BodyStart = new Position(body.FirstLine, 1) },
            body.Text
        );
    }

    private static ContentDocument? FromYaml(string fullPath, string text, FileReport report)
    {
        if (Fields(text, firstLine: 1, report) is not { } root)
        {
            return null;
        }

        var inline = root.Find(Body);
        if (root.Find(BodyFile) is not { } reference)
        {
            return WithInlineBody(root, inline, text, report);
        }

        if (inline is not null)
        {
            report.Add(BodyGivenTwice(reference));
        }

        return WithBodyFile(root, reference, fullPath, report);
    }

    private static ContentDocument WithInlineBody(MappingNode root, Field? field, string text, FileReport report)
    {
        if (field is null)
        {
            report.Add(NoBody(root.At));
        }

        if (field?.Value is not ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            return new ContentDocument(
                root,
                new DocumentSource(report.Path, root) { BodyStart = field?.Value.At ?? root.At },
                ""
            )
            {
                LacksBody = true,
            };
        }

        var start = scalar.Style == ScalarStyle.Block ? BlockStart(text, scalar.At) : scalar.At;
        return new ContentDocument(
            root,
            new DocumentSource(report.Path, root) { BodyStart = start },
            BodyText.From(scalar.Text, 1).Text
        );
    }

    /// <summary>The first line with text below the <c>|</c>. Its indent is the left edge of the body.</summary>
    private static Position BlockStart(string text, Position mark)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            if (++line > mark.Line && !content.IsWhiteSpace())
            {
                return new Position(line, content.IndexOfAnyExcept(' ') + 1);
            }
        }

        return mark;
    }

    private static ContentDocument? WithBodyFile(MappingNode root, Field reference, string fullPath, FileReport report)
    {
        if (reference.Value is not ScalarNode { Kind: ScalarKind.Text } scalar)
        {
            return new ContentDocument(root, new DocumentSource(report.Path, root), "") { LacksBody = true };
        }

        var bodyFile = Path.Combine(Path.GetDirectoryName(fullPath)!, scalar.Text);
        if (!IsSibling(scalar.Text) || !FileStamp.IsRegularFile(bodyFile))
        {
            report.Add(NoBodyFile(scalar));
            // For a name that can't be a file name, the schema would report a second problem.
            return IsSibling(scalar.Text)
                ? new ContentDocument(root, new DocumentSource(report.Path, root), "") { LacksBody = true }
                : null;
        }

        var bodyPath = report.Path[..(report.Path.LastIndexOf('/') + 1)] + scalar.Text;
        if (TextFile.Read(bodyFile, report with { Path = bodyPath }) is not { } text)
        {
            return new ContentDocument(root, new DocumentSource(report.Path, root) { BodyPath = bodyPath }, "")
            {
                LacksBody = true,
            };
        }

        var body = BodyText.From(text, 1);
        var source = new DocumentSource(report.Path, root)
        {
            BodyPath = bodyPath,
            BodyStart = new Position(body.FirstLine, 1),
        };
        return new ContentDocument(root, source, body.Text);
    }

    private static bool IsSibling(string name) =>
        name.EndsWith(".md", StringComparison.Ordinal)
        && name[0] != '.'
        && name.AsSpan().IndexOfAny('/', '\\', '\0') < 0;

    private static Fault? Slip(Node node) =>
        node is ScalarNode { Style: ScalarStyle.Plain } text ? YamlSlip.Find(text.Text, text.At) : null;

    private static Fault NoFields(Position at) =>
        new(
            SettingsCodes.WrongType,
            at,
            "Fields belong here, but this is a text or a list.",
            "Write one field on each line, for example: status: draft"
        );

    private static Fault BodyGivenTwice(Field field) =>
        new(
            ReadingCodes.BodyPlace,
            field.At,
            $"`{field.Name}` is a second body for this file.",
            "Keep one body: below the front matter in a .md file, in `body` or `body_file` in a .yaml file."
        );

    private static Fault NoBody(Position at) =>
        new(
            ReadingCodes.BodyPlace,
            at,
            "This .yaml file has no text. It needs `body` or `body_file`.",
            "Add `body: |` with the text indented below it, or `body_file:` with the name of a .md file in this folder."
        );

    private static Fault NoBodyFile(ScalarNode name) =>
        new(
            ReadingCodes.BodyFile,
            name.At,
            $"There is no Markdown file `{name.Text}` in this folder.",
            "Write the name of a .md file next to this one, without a path, such as launch-text.md"
        );
}
