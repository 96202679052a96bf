namespace Galley.Cli.Output.Progress;

/// <param name="All">Creates that the plan has.</param>
/// <param name="Done">Those that came to an end, whichever.</param>
/// <param name="NotSent">Those of <paramref name="Done"/> that were not sent.</param>
internal sealed record ClientProgress(string Slug, string Name, int All, int Done, int NotSent);
