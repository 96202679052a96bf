using System.Collections.Immutable;
using System.Text;
using Galley.Diagnostics;

namespace Galley.GitHub;

/// <summary>Diagnostics as workflow commands, which GitHub shows beside the lines of a pull request.</summary>
public static class Annotations
{
    /// <summary>GitHub shows ten of each kind a step, and drops the rest without a word.</summary>
    private const int MostOfAKind = 10;

    /// <param name="diagnostics">In the order in which they are listed.</param>
    /// <param name="prefix">Of the content root in the repository: empty, or with a slash at its end.</param>
    public static string Write(ImmutableArray<Diagnostic> diagnostics, string prefix)
    {
        var text = new StringBuilder();
        foreach (var severity in new[] { Severity.Error, Severity.Warning })
        {
            foreach (
                var diagnostic in diagnostics
                    .Where(found => found.Severity == severity && !found.OnBase)
                    .Take(MostOfAKind)
            )
            {
                text.Append(Line(diagnostic, prefix)).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string Line(Diagnostic diagnostic, string prefix)
    {
        var command = diagnostic.Severity == Severity.Error ? "error" : "warning";
        var words = diagnostic.Help.Length == 0 ? diagnostic.Message : $"{diagnostic.Message}\n{diagnostic.Help}";
        var place = $"file={Property(prefix + diagnostic.Path)},line={diagnostic.At.Line},col={diagnostic.At.Column}";
        return $"::{command} {place},title={Property(diagnostic.Code)}::{Data(words)}";
    }

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);
}
