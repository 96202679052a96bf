namespace Galley.GitHub;

/// <summary>The place in a merge queue that the run is about.</summary>
/// <param name="BaseSha">What it would be merged onto.</param>
public sealed record EventMergeGroup(string HeadSha, string BaseSha);
