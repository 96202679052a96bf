using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Yaml;

/// <summary>The words for what YAML itself, or Galley's part of it, does not allow.</summary>
internal static class YamlFaults
{
    public static Fault Alias(Position at, string name) =>
        new(
            ReadingCodes.Alias,
            at,
            $"`*{name}` is a YAML alias, and Galley does not read aliases.",
            $"Write the value itself here; if `*{name}` is meant as text, put the whole text in quotes."
        );

    public static Fault Anchor(Position at, string name) =>
        new(
            ReadingCodes.Alias,
            at,
            $"`&{name}` is a YAML anchor, and Galley does not read anchors.",
            $"Take `&{name}` out; if it is meant as text, put the whole text in quotes."
        );

    public static Fault Tag(Position at, string tag) =>
        new(
            ReadingCodes.Tag,
            at,
            $"This value begins with a YAML tag ({tag}), and Galley does not read tags.",
            "Take the tag out; if the exclamation mark is meant as text, put the whole text in quotes."
        );

    public static Fault TooDeep(Position at, int most) =>
        new(
            ReadingCodes.TooDeep,
            at,
            $"This is nested more than {most} levels deep.",
            "Write the fields as the examples in the documentation show them; none needs more than four levels."
        );

    public static Fault TooMany(Position at, int most) =>
        new(
            ReadingCodes.TooMany,
            at,
            $"The file holds more than {most} values.",
            "Take out what does not belong here; the rest of the file was not read."
        );

    public static Fault SecondDocument(Position at) =>
        new(
            ReadingCodes.SecondDocument,
            at,
            "A second YAML document begins here.",
            "Take the line `---` out, or put what follows it into a file of its own."
        );

    public static Fault MergeKey(Position at) =>
        new(
            ReadingCodes.MergeKey,
            at,
            "`<<` merges fields from elsewhere, and Galley does not read merge keys.",
            "Write the fields out here; a placeholder such as <<resource_link>> inside a text is fine."
        );

    public static Fault ComplexName(Position at) =>
        new(
            ReadingCodes.FieldName,
            at,
            "A list or a mapping stands where the name of a field belongs.",
            "Write `name: value`; if this is meant as text, put the whole text in quotes."
        );

    public static Fault Duplicate(Field field, Field earlier) =>
        new(
            ReadingCodes.DuplicateField,
            field.At,
            $"`{field.Name}` is given twice; the first stands on line {earlier.At.Line}.",
            "Keep one of the two."
        );

    public static Fault BarePlaceholder(Position at, string line) =>
        new(
            ReadingCodes.QuotePlaceholder,
            at,
            $"The text `{SyntaxHint.ValueOf(line)}` begins with {{{{ and has no quotes, so YAML does not read it as text.",
            $"Put it in quotes: {SyntaxHint.Quoted(line)}"
        );

    /// <param name="line">The line that the parser stopped at.</param>
    /// <param name="words">The parser's own, for when we know no better.</param>
    public static Fault Syntax(Position at, string line, string words) =>
        SyntaxHint.Classify(line) switch
        {
            SyntaxHint.Kind.Placeholder => BarePlaceholder(at, line),
            SyntaxHint.Kind.Colon => new(
                ReadingCodes.QuoteColon,
                at,
                $"The text `{SyntaxHint.ValueOf(line)}` holds a colon and has no quotes, so YAML takes it for another field.",
                $"Put it in quotes: {SyntaxHint.Quoted(line)}"
            ),
            SyntaxHint.Kind.Tab => new(
                ReadingCodes.Syntax,
                at,
                "This line is indented with a tab, which YAML does not allow.",
                "Indent it with spaces, two for each level."
            ),
            SyntaxHint.Kind.OpenQuote => new(
                ReadingCodes.Syntax,
                at,
                $"The quotes around `{SyntaxHint.ValueOf(line)}` are not closed, or there are more of them inside.",
                "Close them at the end of the text; inside, write \\\" for \" between double quotes, and '' for ' between single ones."
            ),
            SyntaxHint.Kind.OpenBracket => new(
                ReadingCodes.Syntax,
                at,
                $"The bracket that begins `{SyntaxHint.ValueOf(line)}` is not closed.",
                $"Close the bracket at the end of the list; if all of it is meant as text, put it in quotes: {SyntaxHint.Quoted(line)}"
            ),
            SyntaxHint.Kind.FirstCharacter => new(
                ReadingCodes.Syntax,
                at,
                $"The text `{SyntaxHint.ValueOf(line)}` begins with a character that means something else in YAML.",
                $"Put it in quotes: {SyntaxHint.Quoted(line)}"
            ),
            _ => new(
                ReadingCodes.Syntax,
                at,
                $"This is not valid YAML: {words}",
                "Look at this line and the one above: is a quote or bracket left open, is a text with special characters not in quotes, "
                    + "are the lines indented alike?"
            ),
        };
}
