using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Yaml;

/// <summary>The messages for what YAML, or Galley's part of it, does not allow.</summary>
internal static class YamlFaults
{
    /// <param name="line">The line with the alias.</param>
    public static Fault Alias(Position at, string name, string line) =>
        new(
            ReadingCodes.Alias,
            at,
            $"`*{name}` is a YAML alias, and Galley does not read aliases.",
            $"If it is a text, put it in quotes: {SyntaxHint.Quoted(line)}. Otherwise write the value itself here."
        );

    public static Fault Anchor(Position at, string name) =>
        new(
            ReadingCodes.Alias,
            at,
            $"`&{name}` is a YAML anchor, and Galley does not read anchors and aliases.",
            $"Delete `&{name}`, and write the value itself in the place of each `*{name}`. If it is a text, put the text in quotes."
        );

    public static Fault Tag(Position at, string tag) =>
        new(
            ReadingCodes.Tag,
            at,
            $"This value begins with a YAML tag ({tag}), and Galley does not read tags.",
            "Delete the tag. If the exclamation mark is part of a text, put the whole text in quotes."
        );

    public static Fault TooDeep(Position at, int most) =>
        new(
            ReadingCodes.TooDeep,
            at,
            $"This value is more than {most} levels deep.",
            "Write the fields like the examples in the documentation. No field needs more than four levels."
        );

    public static Fault TooMany(Position at, int most) =>
        new(
            ReadingCodes.TooMany,
            at,
            $"The file has more than {most} values.",
            "Take out everything that does not belong here. Galley did not read the rest of the file."
        );

    public static Fault SecondDocument(Position at) =>
        new(
            ReadingCodes.SecondDocument,
            at,
            "A second YAML document begins here.",
            "Delete the line `---`, or move the text below it into its own file."
        );

    public static Fault MergeKey(Position at) =>
        new(
            ReadingCodes.MergeKey,
            at,
            "`<<` copies fields from another place, and Galley does not read merge keys.",
            "Write the fields here. A placeholder such as <<resource_link>> inside a text is fine."
        );

    public static Fault ComplexName(Position at) =>
        new(
            ReadingCodes.FieldName,
            at,
            "There is a list or a group of fields in the place of a field's name.",
            "Write `name: value`. If this is a text, put the whole text in quotes."
        );

    public static Fault NoName(Position at) =>
        new(
            ReadingCodes.FieldName,
            at,
            "This field has no name before the colon.",
            "Write `name: value`, for example: text: Comment GUIDE if you want it."
        );

    public static Fault Duplicate(Field field, Field earlier) =>
        new(
            ReadingCodes.DuplicateField,
            field.At,
            $"`{field.Name}` is there twice. The first one is on line {earlier.At.Line}.",
            "Keep one of the two."
        );

    public static Fault BarePlaceholder(Position at, string line) =>
        new(
            ReadingCodes.QuotePlaceholder,
            at,
            $"The text `{SyntaxHint.ValueOf(line)}` begins with {{{{ and has no quotes, so YAML does not read it as a text.",
            $"Put it in quotes: {SyntaxHint.Quoted(line)}"
        );

    /// <param name="line">The line at which the parser stopped.</param>
    /// <param name="above">The line above it that is not empty.</param>
    public static Fault Syntax(Position at, string line, string above)
    {
        var (code, message, help) = Explain(line, above);
        return new Fault(code, at, message, help);
    }

    /// <summary>
    /// A hashtag in a list hides the bracket that closes the list, so the parser stops at the next line or later. Without a next line it
    /// stops behind the text, whatever is not closed.
    /// </summary>
    public static Fault? Unclosed(string line, int number, bool isLast)
    {
        var at = new Position(number, SyntaxHint.ColumnOfValue(line));
        return SyntaxHint.Classify(line, "") switch
        {
            SyntaxHint.Kind.HashInBrackets => Syntax(at, line, "") with
            {
                Fix = SyntaxHint.EntriesInQuotes(line) is { } entries
                    ? new Fix(at, at with { Column = line.TrimEnd().Length + 1 }, entries)
                    : null,
            },
            SyntaxHint.Kind.OpenBracket or SyntaxHint.Kind.OpenQuote when isLast => Syntax(at, line, ""),
            _ => null,
        };
    }

    private static (DiagnosticCode Code, string Message, string Help) Explain(string line, string above)
    {
        var (value, quoted) = (SyntaxHint.ValueOf(line), $"put it in quotes: {SyntaxHint.Quoted(line)}");
        return SyntaxHint.Classify(line, above) switch
        {
            SyntaxHint.Kind.Placeholder => (
                ReadingCodes.QuotePlaceholder,
                $"The text `{value}` begins with {{{{ and has no quotes, so YAML does not read it as a text.",
                $"P{quoted[1..]}"
            ),
            SyntaxHint.Kind.Colon => (
                ReadingCodes.QuoteColon,
                $"The text `{value}` has a colon and no quotes, so YAML reads it as another field.",
                $"P{quoted[1..]}"
            ),
            SyntaxHint.Kind.Tab => Bad(
                "This line begins with a tab. YAML allows only spaces there.",
                "Use spaces, two for each level."
            ),
            SyntaxHint.Kind.OpenQuote => Bad(
                $"The quotes around `{value}` are not closed, or there are more quotes inside.",
                "Close the quotes at the end of the text. Inside double quotes write \\\" for \", "
                    + "inside single quotes write '' for '."
            ),
            SyntaxHint.Kind.Escape => Bad(
                $"The text `{value}` has a backslash that YAML does not know.",
                "Write \\\\ for a backslash, or use single quotes around the text."
            ),
            SyntaxHint.Kind.HashInBrackets => Bad(
                $"YAML drops everything after the # in `{value}`, so the bracket is not closed.",
                $"Put each text with a # in quotes: {SyntaxHint.QuotedEntries(line)}"
            ),
            SyntaxHint.Kind.OpenBracket => Bad(
                $"The bracket at the start of `{value}` is not closed.",
                $"Close the bracket at the end of the list. If all of it is a text, {quoted}"
            ),
            SyntaxHint.Kind.AfterBracket => Bad(
                $"There is more text after the bracket of `{value}`.",
                $"Delete the text after the bracket. If all of it is a text, {quoted}"
            ),
            SyntaxHint.Kind.FirstCharacter => Bad(
                $"The text `{value}` begins with a character that has another meaning in YAML.",
                $"P{quoted[1..]}"
            ),
            SyntaxHint.Kind.ListOnOneLine => Bad(
                $"The list `{value}` begins on the line of its name.",
                $"Write each entry on its own line below the name. If it is a text, {quoted}"
            ),
            SyntaxHint.Kind.BlockMark => Bad(
                $"`{value}` is not a mark that YAML knows for a long text.",
                "Write only | after the name, and the text on the lines below it with an indent."
            ),
            SyntaxHint.Kind.ListItem => Bad(
                "A list entry is not possible here.",
                "Write the entries below the name of their list, all with the same indent."
            ),
            SyntaxHint.Kind.BelowRemark => Bad(
                "The line above begins with #, so YAML ends the text there.",
                "Put the whole text in quotes, or write it below `|`."
            ),
            SyntaxHint.Kind.NoName => Bad(
                $"`{value}` is not a field: there is no name with a colon.",
                "Write `name: value`. If the line belongs to the text above it, give it an indent."
            ),
            SyntaxHint.Kind.Indent => Bad(
                "The indent of this line does not match the lines above it.",
                "Begin all fields of one group in the same column, and use two spaces for each level. "
                    + "A text with a colon needs quotes."
            ),
            _ => Bad(
                "Galley can't read this line as YAML.",
                "Look at this line and the line above it. Is a quote or a bracket not closed? Does a text need quotes? "
                    + "Do the lines have the same indent?"
            ),
        };
    }

    private static (DiagnosticCode Code, string Message, string Help) Bad(string message, string help) =>
        (ReadingCodes.Syntax, message, help);
}
