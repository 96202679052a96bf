using System.Collections.Immutable;
using Galley.Rendering.Notices;

namespace Galley.Rendering.Issue;

/// <summary>What the galley issue is to be from now on.</summary>
/// <param name="Body">Until all news is posted: it remembers what is still to be told.</param>
/// <param name="IsOpen">Whether something needs a person.</param>
/// <param name="News">Each a comment, posted unless it stands there already.</param>
/// <param name="BodyOnceTold">Takes the body's place after the last of them.</param>
public sealed record IssueRevision(string Body, bool IsOpen, ImmutableArray<IssueNotice> News, string BodyOnceTold)
{
    /// <summary>The same news for the address that <c>notify_url</c> names.</summary>
    public ImmutableArray<Notice> Notices { get; init; } = [];
}

/// <param name="Mark">How the comment's last line begins. One of ours that begins so says this already.</param>
public sealed record IssueNotice(string Mark, string Comment);
