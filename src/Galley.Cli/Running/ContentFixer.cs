using System.Collections.Immutable;
using System.Text;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Workspaces;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Rules;

namespace Galley.Cli.Running;

/// <summary>Makes the certain corrections. One can bring another to light, so it checks again until nothing changes.</summary>
internal sealed class ContentFixer(Shell shell, CommonOptions common)
{
    private const int MostPasses = 5;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Each changed file with its text before and after, and the problems that are left.</summary>
    public sealed record Result(ImmutableSortedDictionary<string, (string Before, string After)> Files, int Left);

    public async Task<Result> Run(bool write)
    {
        var files = ImmutableSortedDictionary.Create<string, (string Before, string After)>(StringComparer.Ordinal);
        for (var pass = 1; ; pass++)
        {
            var workspace = Workspace.Open(shell, common);
            var diagnostics = await workspace
                .Planner(null, ValidationPurpose.Validate, lacksLedger: true)
                .Validate(workspace.Slugs, shell.Stop);
            var changed = Changed(workspace.Repository.Root, diagnostics);
            if (changed.Count == 0 || pass > MostPasses)
            {
                return new Result(files, diagnostics.Count(found => found.Severity > Severity.Note));
            }

            foreach (var (path, before, after) in changed)
            {
                files = files.SetItem(path, (files.TryGetValue(path, out var known) ? known.Before : before, after));
                if (write)
                {
                    await File.WriteAllTextAsync(
                        Path.Combine(workspace.Repository.Root, path),
                        after,
                        Utf8,
                        shell.Stop
                    );
                }
            }

            if (!write)
            {
                return new Result(
                    files,
                    diagnostics.Count(found => found.Severity > Severity.Note && found.Fix is null)
                );
            }
        }
    }

    private static List<(string Path, string Before, string After)> Changed(
        string root,
        ImmutableArray<Diagnostic> diagnostics
    )
    {
        var changed = new List<(string, string, string)>();
        foreach (var file in diagnostics.Where(found => found.Fix is not null).GroupBy(found => found.Path))
        {
            // Without StreamReader, which would take the byte order mark away.
            var before = Utf8.GetString(File.ReadAllBytes(Path.Combine(root, file.Key)));
            var after = FixedText.Apply(before, file.Select(found => found.Fix!));
            if (after != before)
            {
                changed.Add((file.Key, before, after));
            }
        }

        return changed;
    }
}
