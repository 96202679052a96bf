namespace Galley.GitHub;

/// <summary>
/// The run of another workflow, whose end started this one. GitHub says all of it: nothing comes from that run's own
/// files.
/// </summary>
/// <param name="Event">What had started it.</param>
/// <param name="HeadSha">The commit that it was about: of a pull request, its last one.</param>
/// <param name="Branch">Where that commit stands.</param>
/// <param name="Owner">Whose repository has that branch: of a fork, another's.</param>
public sealed record EventRun(string Id, string Event, string HeadSha, string Branch, string Owner);
