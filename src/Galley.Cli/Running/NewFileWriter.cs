using Galley.Authoring;
using Galley.Cli.Hosting;
using Galley.Cli.Options;
using Galley.Cli.Output;
using Galley.Cli.Output.Json;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Rules;
using NodaTime;

namespace Galley.Cli.Running;

/// <summary>Writes new files into a content root, lists them, and validates them.</summary>
internal sealed class NewFileWriter(Shell shell, CommonOptions common, string root)
{
    private readonly List<string> _written = [];

    /// <summary>Adds a command's own fields to the JSON.</summary>
    public Func<WrittenFiles, WrittenFiles> Complete { get; init; } = static result => result;

    /// <summary>The repository's schemas. If there are none, they are written into the content root.</summary>
    public SchemaFolder Schemas()
    {
        if (SchemaFolder.Find(root) is { } there)
        {
            return there;
        }

        foreach (var file in SchemaFolder.Files())
        {
            if (file.TryWrite(root))
            {
                Note($"Wrote {file.Path} for your editor");
            }
        }

        return SchemaFolder.In(root);
    }

    public void Write(NewFile file)
    {
        file.Write(root);
        _written.Add(file.Path);
    }

    /// <summary>Prints the written paths and the words, or all of it as JSON, and the problems of what was written.</summary>
    public ExitCode Finish(string slug, Instant now, params IEnumerable<string> words)
    {
        var problems = Problems(slug, now);
        var result = new WrittenFiles(_written, [.. problems.Select(Describe)]);
        new ResultPrinter(shell, common).Print(Complete(result), CommandJson.Default.WrittenFiles, Print);
        foreach (var line in words.Where(_ => common.Format == OutputFormat.Text))
        {
            Note(line);
        }

        foreach (var problem in problems.Where(problem => problem.Severity > Severity.Note))
        {
            shell.Error.WriteLine(Describe(problem));
        }

        return problems.Any(problem => problem.Fails) ? ExitCode.ContentInvalid : ExitCode.Fine;
    }

    private void Print(TextWriter writer)
    {
        foreach (var path in _written)
        {
            writer.WriteLine(common.IsQuiet ? path : $"Wrote {FromHere(path)}");
        }
    }

    /// <summary>With <c>/</c>, as every path that Galley prints.</summary>
    private string FromHere(string path) =>
        Path.GetRelativePath(shell.Directory, Path.Combine(root, path)).Replace(Path.DirectorySeparatorChar, '/');

    private void Note(string words)
    {
        if (!common.IsQuiet)
        {
            shell.Error.WriteLine(words);
        }
    }

    private List<Diagnostic> Problems(string slug, Instant now)
    {
        var repository = Repository.Open(root);
        if (!repository.Slugs.Contains(slug))
        {
            return [];
        }

        var content = repository.Read(slug);
        var ledger = ClientLedger.Empty(content.Client?.Account.Id ?? slug);
        var written = _written.ToHashSet(StringComparer.Ordinal);
        var validator = new Validator(repository, now, ValidationPurpose.Validate);
        return
        [
            .. validator
                .OfRepository()
                .Concat(validator.Validate(content, ledger))
                .Where(problem => written.Contains(problem.Path)),
        ];
    }

    private static string Describe(Diagnostic problem) =>
        $"{problem.Code} {problem.Path}:{problem.At.Line}: {problem.Message} {problem.Help}";
}
