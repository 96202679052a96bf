using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Galley.Content.Fields;
using Galley.Content.Yaml;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Styles;

/// <summary>Reads one rule. What of it can't be used is reported by name.</summary>
internal sealed partial class StyleReader
{
    private readonly FieldReader _fields;
    private readonly FileReport _report;

    private StyleReader(MappingNode root, FileReport report)
    {
        _fields = new FieldReader(root);
        _report = report;
    }

    /// <returns>Null for a rule that can't find anything (a problem says why).</returns>
    public static StyleRule? Read(MappingNode root, FileReport report) => new StyleReader(root, report).Read();

    private StyleRule? Read()
    {
        if (Kind() is not { } kind || _fields.Text("message") is not { } message)
        {
            return null;
        }

        if (Scope(kind) is not { } scope || Pattern(kind) is not { } pattern)
        {
            return null;
        }

        foreach (var swap in Swaps(kind).Where(swap => GroupReference().IsMatch(((ScalarNode)swap.Value).Text)))
        {
            Refuse(
                swap.Value.At,
                "A $1 for a part of what was found is not filled in: it is shown as typed.",
                "Write one line for each pair of words."
            );
        }

        return new StyleRule(_report.Path, kind, message, Level())
        {
            Scope = scope,
            Pattern = pattern,
            Exceptions = Exceptions(),
            Swaps = [.. Swaps(kind).Select(field => ((ScalarNode)field.Value).Text)],
            Max = _fields.Integer("max"),
            Min = _fields.Integer("min"),
            Link = _fields.Text("link"),
        };
    }

    private StyleKind? Kind() =>
        _fields.Text("extends") switch
        {
            "existence" => StyleKind.Existence,
            "substitution" => StyleKind.Substitution,
            "occurrence" => StyleKind.Occurrence,
            "required" => StyleKind.Required,
            _ => null,
        };

    private Severity Level() =>
        _fields.Text("level") switch
        {
            "error" => Severity.Error,
            "suggestion" => Severity.Note,
            _ => Severity.Warning,
        };

    private StyleScope? Scope(StyleKind kind)
    {
        var names = _fields.Node("scope") is SequenceNode list ? list.Items : [.. One(_fields.Node("scope"))];
        var (places, unit) = (StylePlaces.None, StyleUnit.Text);
        foreach (var name in names)
        {
            switch (FieldReader.TextOf(name))
            {
                case "post":
                    places |= StylePlaces.Post;
                    break;
                case "comment":
                    places |= StylePlaces.Comment;
                    break;
                case "page":
                    places |= StylePlaces.Page;
                    break;
                // Vale looks at each block of a file for `text`. A post has no blocks: it is one text.
                case "text" or "raw" or "summary":
                    break;
                case "paragraph":
                    unit = StyleUnit.Paragraph;
                    break;
                case "sentence":
                    unit = StyleUnit.Sentence;
                    break;
                case "heading":
                    unit = StyleUnit.Heading;
                    break;
                default:
                    Refuse(
                        name.At,
                        $"There is no scope `{FieldReader.TextOf(name)}` here.",
                        "The scopes are: post, comment, page; text, paragraph, sentence, heading."
                    );
                    return null;
            }
        }

        var all = kind == StyleKind.Required ? StylePlaces.Post : StylePlaces.All;
        return new StyleScope(places == StylePlaces.None ? all : places, unit);
    }

    private static IEnumerable<Node> One(Node? node) => node is null ? [] : [node];

    private StylePattern? Pattern(StyleKind kind)
    {
        var (field, nodes) = Tokens(kind);
        var raw = string.Concat(Words("raw").Select(node => node.Text));
        if (nodes.Length == 0 && raw.Length == 0)
        {
            Refuse(_fields.Mapping.At, $"The rule has no {field}, so it finds nothing.", $"Add `{field}`.");
            return null;
        }

        if (kind == StyleKind.Occurrence && _fields.Integer("max") is null && _fields.Integer("min") is null)
        {
            Refuse(_fields.Mapping.At, "The rule has neither `max` nor `min`.", "Add one of them, for example: max: 5");
            return null;
        }

        var append = _fields.Boolean("append") ?? false;
        var pattern = StylePattern.From(
            new StyleTokens([.. nodes.Select(node => node.Text)])
            {
                IgnoreCase = IgnoreCase,
                // Vale counts a token as it stands. A required sentence may end with a full stop, which ends no word.
                AreWords = kind is StyleKind.Existence or StyleKind.Substitution && _fields.Boolean("nonword") != true,
                AreToldApart = kind == StyleKind.Substitution,
                Before = append ? "" : raw,
                After = append ? raw : "",
            },
            number => RefusePattern(number < nodes.Length ? nodes[number] : Words("raw")[0])
        );
        return pattern.IsEmpty ? null : pattern;
    }

    private bool IgnoreCase => _fields.Boolean("ignorecase") ?? false;

    private (string Field, ImmutableArray<Token> Nodes) Tokens(StyleKind kind) =>
        kind switch
        {
            StyleKind.Substitution => ("swap", [.. Swaps(kind).Select(field => new Token(field.Name, field.At))]),
            StyleKind.Occurrence => ("token", [.. One(_fields.Node("token")).Select(TokenOf).OfType<Token>()]),
            _ => ("tokens", Words("tokens")),
        };

    private IEnumerable<Field> Swaps(StyleKind kind) =>
        kind == StyleKind.Substitution
            ? (_fields.Fields("swap")?.Mapping.Fields ?? []).Where(field => field.Value is ScalarNode)
            : [];

    private StylePattern? Exceptions()
    {
        var nodes = Words("exceptions");
        return nodes.IsEmpty
            ? null
            : StylePattern.From(
                new StyleTokens([.. nodes.Select(node => node.Text)]) { IgnoreCase = IgnoreCase },
                number => RefusePattern(nodes[number])
            );
    }

    private ImmutableArray<Token> Words(string field) =>
        [.. _fields.List(field).Select(TokenOf).OfType<Token>().Where(token => token.Text.Length > 0)];

    private static Token? TokenOf(Node node) => node is ScalarNode scalar ? new Token(scalar.Text, scalar.At) : null;

    private void RefusePattern(Token token) =>
        Refuse(
            token.At,
            $"The pattern {QuotedText.Short(token.Text)} can't be used. The rule goes on without it.",
            "Check that it is a regular expression. Patterns that look ahead or behind, such as (?=…) and (?<!…), that refer "
                + "back, such as \\1, or that repeat a part thousands of times are not read."
        );

    private void Refuse(Position at, string message, string help) => _report.Add(StyleCodes.NotUsed, at, message, help);

    [GeneratedRegex(@"\$[0-9]")]
    private static partial Regex GroupReference();

    private sealed record Token(string Text, Position At);
}
