namespace Galley.Cli.Output.Progress;

/// <param name="All">Creates, changes and deletions that the plan has.</param>
/// <param name="Done">Those that came to an end, whichever.</param>
/// <param name="NotDone">Those of <paramref name="Done"/> that did not end as planned.</param>
internal sealed record ClientProgress(string Slug, string Name, int All, int Done, int NotDone);
