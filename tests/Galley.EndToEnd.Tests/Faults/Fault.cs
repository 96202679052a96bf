namespace Galley.EndToEnd.Tests.Faults;

/// <summary>One thing wrong in content-example, as somebody might get it wrong.</summary>
/// <param name="File">Below clients/, or galley.yaml.</param>
/// <param name="Find">What stands there; null to write the whole file.</param>
/// <param name="Put">What stands there instead.</param>
/// <param name="Code">The diagnostic that must come of it.</param>
/// <param name="At">Words of the line that it must name, in the file with the fault; null for line 1.</param>
internal sealed record Fault(string Name, string File, string? Find, string Put, string Code, string? At)
{
    public const string LastLine = "";

    /// <summary>Where the diagnostic stands in another file: the post that names a broken picture.</summary>
    public int? Line { get; init; }

    public override string ToString() => Name;
}
