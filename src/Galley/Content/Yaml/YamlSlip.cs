using System.Text.RegularExpressions;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;

namespace Galley.Content.Yaml;

/// <summary>Typing slips around the colon of a field, which no parser names: no space, a strange space, a strange colon.</summary>
internal static partial class YamlSlip
{
    /// <param name="text">One line, or a text that stands where fields belong.</param>
    /// <param name="at">The position of its first character.</param>
    /// <returns>Null when there is no such slip.</returns>
    public static Fault? Find(string text, Position at)
    {
        var indent = Indent().Match(text).Value;
        if (OddSpace.IsIn(indent))
        {
            return Fault(
                at,
                0,
                indent,
                new string(' ', indent.Length),
                $"The indent of this line has a {OddSpace.NameIn(indent)}, which is not a space for YAML.",
                "Replace it with normal spaces."
            );
        }

        return Field().Match(text) is { Success: true } field ? AroundColon(field, at) : null;
    }

    private static Fault? AroundColon(Match field, Position at)
    {
        var (name, mark) = (field.Groups["name"].Value, field.Groups["mark"]);
        var colon = mark.ValueSpan.Trim(OddSpace.All + " ")[0];
        var right = $"Write it like this: {name}: {QuotedText.Short(field.Groups["value"].Value)}";
        if (colon != ':')
        {
            return Fault(
                at,
                mark.Index,
                mark.Value,
                ": ",
                $"The colon after `{name}` is the wide character `{colon}`.",
                right
            );
        }

        if (OddSpace.IsIn(mark.ValueSpan))
        {
            var what =
                $"There is a {OddSpace.NameIn(mark.ValueSpan)} at the colon of `{name}`, which is not a space for YAML.";
            return Fault(at, mark.Index, mark.Value, ": ", what, right);
        }

        return mark.Value.EndsWith(' ') || field.Groups["value"].Value.StartsWith("//", StringComparison.Ordinal)
            ? null
            : Fault(at, mark.Index, mark.Value, ": ", $"There is no space after the colon of `{name}`.", right);
    }

    private static Fault Fault(Position at, int index, string old, string text, string message, string help)
    {
        var start = at with { Column = at.Column + index };
        var end = start with { Column = start.Column + old.Length };
        return new Fault(ReadingCodes.Syntax, start, message, help) { Fix = new Fix(start, end, text) };
    }

    [GeneratedRegex($"^[ {OddSpace.All}]*")]
    private static partial Regex Indent();

    [GeneratedRegex(
        $"^ *(- +)*(?<name>[A-Za-z_][A-Za-z0-9_]*)(?<mark>[ {OddSpace.All}]*[:\uFF1A\uFE55\uA789\u2236][ {OddSpace.All}]*)(?<value>[^ ].*)$"
    )]
    private static partial Regex Field();
}
