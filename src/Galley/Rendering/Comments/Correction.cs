using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;

namespace Galley.Rendering.Comments;

/// <summary>Some lines of a file as they read once what is wrong there is corrected, where that is certain.</summary>
/// <param name="Path">From the content root.</param>
/// <param name="First">The first line, from 1.</param>
/// <param name="Last">The last line that is replaced.</param>
/// <param name="Text">The new lines, without a line end after the last.</param>
/// <param name="Problems">What it corrects.</param>
public sealed record Correction(string Path, int First, int Last, string Text, ImmutableArray<Diagnostic> Problems)
{
    /// <summary>Of errors and warnings; two on the same lines are one.</summary>
    /// <param name="textOf">A file's text by its path from the content root; null where it can't be shown.</param>
    public static ImmutableArray<Correction> Collect(
        IEnumerable<Diagnostic> diagnostics,
        Func<string, string?> textOf
    ) =>
        [
            .. diagnostics
                .Where(found => found is { Fix: not null, OnBase: false, Severity: > Severity.Note })
                .GroupBy(found => found.Path)
                .SelectMany(file => textOf(file.Key) is { } text ? OfFile(file.Key, text, [.. file]) : []),
        ];

    private static IEnumerable<Correction> OfFile(string path, string text, IReadOnlyCollection<Diagnostic> found)
    {
        foreach (var group in Touching(found))
        {
            var (first, last) = (group.Min(one => one.Fix!.Start.Line), group.Max(one => one.Fix!.End.Line));
            var (before, after) = (Lines(text), Lines(FixedText.Apply(text, group.Select(one => one.Fix!))));
            var changed = after.Length - before.Length + last - first + 1;
            if (last <= before.Length && changed >= 0 && !before.SequenceEqual(after))
            {
                yield return new Correction(
                    path,
                    first,
                    last,
                    string.Join('\n', after.Skip(first - 1).Take(changed)),
                    [.. group]
                );
            }
        }
    }

    /// <summary>Corrections whose lines meet: only together they give lines to put there.</summary>
    private static IEnumerable<List<Diagnostic>> Touching(IEnumerable<Diagnostic> found)
    {
        List<Diagnostic> group = [];
        foreach (var one in found.OrderBy(one => one.Fix!.Start))
        {
            if (group.Count > 0 && one.Fix!.Start.Line > group.Max(other => other.Fix!.End.Line))
            {
                yield return group;
                group = [];
            }

            group.Add(one);
        }

        yield return group;
    }

    private static string[] Lines(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n").Split('\n');
}
