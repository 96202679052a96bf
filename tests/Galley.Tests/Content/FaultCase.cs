using Galley.Diagnostics;

namespace Galley.Tests.Content;

/// <summary>One fault in one file, and how it is to be named.</summary>
/// <param name="Name">As in "Subject_Case".</param>
/// <param name="Help">A part of what the help says to type.</param>
internal sealed record FaultCase(
    string Name,
    DiagnosticCode Code,
    string Path,
    string Text,
    int Line,
    int Column,
    string Help
)
{
    public static FaultCase Post(string name, DiagnosticCode code, string text, int line, int column, string help) =>
        new(name, code, "clients/acme/posts/a.md", text, line, column, help);

    public static FaultCase YamlPost(
        string name,
        DiagnosticCode code,
        string text,
        int line,
        int column,
        string help
    ) => new(name, code, "clients/acme/posts/a.yaml", text, line, column, help);

    public static FaultCase Client(string name, DiagnosticCode code, string text, int line, int column, string help) =>
        new(name, code, ContentFolder.Client, text, line, column, help);

    public static FaultCase Settings(
        string name,
        DiagnosticCode code,
        string text,
        int line,
        int column,
        string help
    ) => new(name, code, "galley.yaml", text, line, column, help);

    public override string ToString() => Name;
}
