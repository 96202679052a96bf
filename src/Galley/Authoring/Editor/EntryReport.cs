using System.Collections.Immutable;

namespace Galley.Authoring.Editor;

/// <summary>What Galley says about a file while it is written in the editor's form.</summary>
/// <param name="Problems">Of this file alone, in order.</param>
/// <param name="Card">The HTML of its preview; null when the file can't be read far enough.</param>
/// <param name="Length">UTF-16 units of the text as LinkedIn shows it; null for a lead magnet.</param>
/// <param name="Limit">What <paramref name="Length"/> is counted against.</param>
/// <param name="Code">Of the text; null where it can't be known without the bytes of a picture or PDF.</param>
/// <param name="When">In words, when a post goes out: local time and UTC.</param>
/// <param name="NextFree">The next free time, as a file would say it.</param>
/// <param name="WhyFree">Why that one.</param>
/// <param name="Name">What a new file is called, without its ending.</param>
public sealed record EntryReport(
    ImmutableArray<EntryProblem> Problems,
    string? Card,
    int? Length,
    int Limit,
    string? Code,
    string? ApprovalCode,
    string? When,
    string? NextFree,
    string? WhyFree,
    string Name
);
