using Galley.Content.Yaml;
using Galley.Diagnostics;

namespace Galley.Content;

/// <summary>Collects what is wrong with one file and adds the path, the client and the object.</summary>
/// <param name="Path">From the content root, with <c>/</c>.</param>
/// <param name="Client">Null for the repository's own files.</param>
internal sealed record FileReport(string Path, string? Client, Action<Problem> Sink)
{
    public (Kind Kind, string Key)? Subject { get; init; }

    public void Add(Fault fault) => Add(fault.Code, fault.At, fault.Message, fault.Help);

    public void Add(DiagnosticCode code, Position at, string message, string help) =>
        Sink(new Problem(code, Path, at, message, help) { Client = Client, Subject = Subject });

    /// <summary>Adds a problem in this file that another reader found.</summary>
    public void Forward(Problem problem) => Sink(problem with { Client = Client, Subject = Subject });
}
