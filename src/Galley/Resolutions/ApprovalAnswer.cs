using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Galley.Resolutions;

/// <summary>The answer that a client's preview page gives, as it arrives by mail: who answers, and which codes are approved.</summary>
/// <param name="From">Null when nobody signed it.</param>
/// <param name="Lines">As commands, without <c>/galley</c>.</param>
public sealed partial record ApprovalAnswer(string? From, ImmutableArray<string> Lines)
{
    private const int LongestName = 80;

    /// <summary>Everything around the lines that matter is for people, and a mail program may have quoted it all.</summary>
    public static ApprovalAnswer Parse(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        return new ApprovalAnswer(
            lines.Select(line => Name().Match(line)).FirstOrDefault(name => name.Success)?.Groups["name"].Value
                is { } name
                ? Excerpt.Clip(name, LongestName)
                : null,
            [
                .. lines
                    .Select(line => Approval().Match(line))
                    .Where(line => line.Success)
                    .Select(line => line.Groups["command"].Value),
            ]
        );
    }

    [GeneratedRegex(@"\A[>\s]*/galley\s+(?<command>approve\s.*\S)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Approval();

    [GeneratedRegex(@"\A[>\s]*Answered\ by:\s*(?<name>\S.*?)\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
