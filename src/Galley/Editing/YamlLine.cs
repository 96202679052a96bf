using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Galley.Editing;

/// <summary>One line of YAML, which may be half typed, so that no parser reads it.</summary>
/// <param name="Indent">Where its name or value begins; a dash of a list counts as indent.</param>
/// <param name="BeginsItem">Behind a dash.</param>
/// <param name="Outer">The fields whose brackets are still open: <c>document</c> in <c>document: {file: me</c>.</param>
/// <param name="Field">The innermost name with a colon behind it.</param>
/// <param name="Value">What follows the colon, or the half of a name.</param>
internal sealed partial record YamlLine(
    int Indent,
    bool BeginsItem,
    ImmutableArray<string> Outer,
    string? Field,
    string Value
)
{
    public static YamlLine Parse(string line)
    {
        var start = Start().Match(line);
        var outer = ImmutableArray.CreateBuilder<string>();
        var rest = line[start.Length..];
        var (field, value) = Split(rest);
        while (OpenBrace(value) is { } open && field is not null)
        {
            outer.Add(field);
            (field, value) = Split(value[(open + 1)..].TrimStart());
        }

        return new YamlLine(start.Length, start.Value.Contains('-'), outer.ToImmutable(), field, value);
    }

    private static (string? Field, string Value) Split(string text)
    {
        var match = Name().Match(text);
        return match.Success ? (match.Groups[1].Value, text[match.Length..]) : (null, text);
    }

    /// <summary>The last brace that is not closed, or the comma in it behind which the next field begins.</summary>
    private static int? OpenBrace(string value)
    {
        var depth = 0;
        for (var index = value.Length - 1; index >= 0; index--)
        {
            depth += value[index] switch
            {
                '}' => 1,
                '{' => -1,
                _ => 0,
            };
            if (depth < 0)
            {
                var comma = value.LastIndexOf(',');
                return comma > index ? comma : index;
            }
        }

        return null;
    }

    [GeneratedRegex(@"^[ ]*(?:-[ ]+)*")]
    private static partial Regex Start();

    [GeneratedRegex(@"^([A-Za-z_][\w-]*)[ ]*:(?:[ ]+|$)")]
    private static partial Regex Name();
}
