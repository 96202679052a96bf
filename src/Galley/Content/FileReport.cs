using Galley.Content.Yaml;
using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>Collects what is wrong with one file and adds the path, the client and the object.</summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
/// <param name="Client">Null for the repository's own files.</param>
internal sealed record FileReport(string Path, string? Client, Action<Problem> Sink)
{
    public (Kind Kind, string Key)? Subject { get; init; }

    /// <summary>Texts that stand in an editor and not yet on disk, by path. They are read in the place of the files.</summary>
    public IReadOnlyDictionary<string, string>? Unsaved { get; init; }

    public void Add(Fault fault) => Add(fault.Code, fault.At, fault.Message, fault.Help, fault.Fix);

    public void Add(DiagnosticCode code, Position at, string message, string help, Fix? fix = null) =>
        Sink(
            new Problem(code, Path, at, message, help)
            {
                Client = Client,
                Subject = Subject,
                Fix = fix,
            }
        );

    /// <summary>Adds a problem in this file that another reader found.</summary>
    public void Forward(Problem problem) => Sink(problem with { Client = Client, Subject = Subject });
}
