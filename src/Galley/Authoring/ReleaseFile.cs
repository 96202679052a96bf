namespace Galley.Authoring;

/// <summary>The program that the jobs on GitHub run: a file of a release of Galley.</summary>
/// <param name="Address">Where it can be downloaded; null for a person to fill in.</param>
/// <param name="Sha256">Of the program, unpacked, in lower-case hex; null for a person to fill in.</param>
public sealed record ReleaseFile(string? Address, string? Sha256)
{
    /// <summary>The packed program for GitHub's machines.</summary>
    public const string Name = "galley-linux-x64.gz";

    public bool IsKnown => Address is not null && Sha256 is not null;
}
