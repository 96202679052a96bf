using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Payloads;
using NodaTime;

namespace Galley.Rules;

/// <summary>From what a file says to what people are told about it: the reader's problems and the rules', judged.</summary>
/// <param name="lacksLedger">The ledger can't be read: whether a past post was sent is then unknown, and said to be.</param>
public sealed class Validator(
    Repository repository,
    Instant now,
    ValidationPurpose purpose,
    bool lacksLedger = false,
    ExistingProblems? @base = null
)
{
    /// <summary>What is asked of it, in a few words that differ whenever its answers may; null when they depend on a base.</summary>
    internal string? Question => @base is null ? $"{purpose} {(lacksLedger ? "without" : "with")} ledger" : null;

    /// <summary>What is wrong with the repository as a whole.</summary>
    public ImmutableArray<Diagnostic> OfRepository() =>
        SeverityPolicy.Decide(
            repository.Problems,
            new SeverityContext
            {
                Purpose = purpose,
                Rules = repository.Settings.Rules,
                // Two clients can clash although one of them is as it was.
                Base = @base is null ? null : @base with { IsUntouched = _ => false },
            }
        );

    /// <summary>What is wrong with one client's folder, given what of it was sent.</summary>
    public ImmutableArray<Diagnostic> Validate(ClientContent content, ClientLedger ledger) =>
        SeverityPolicy.Decide(
            Problems(content),
            new SeverityContext
            {
                Purpose = purpose,
                Ledger = lacksLedger ? null : ledger.Find,
                IsApproved = (kind, key) =>
                    kind == Kind.Post
                    && !ledger.Approvals.IsEmpty
                    && content.Posts.Any(post =>
                        post.Key == key
                        && ApprovalCodeOf(content, post) is { } code
                        && ledger.Approvals.ContainsKey(code)
                    ),
                IsPublished = (kind, key) =>
                    ledger.Find(kind, key) is { State: ObjectState.Live }
                    && content.Posts.Any(post =>
                        kind == Kind.Post
                        && post.Key == key
                        && post is { Status: PostStatus.Scheduled, ScheduledAt: { } at }
                        && at <= now
                    ),
                Rules = content.Client?.Rules ?? repository.Settings.Rules,
                Base = @base,
            }
        );

    /// <summary>The facts alone, before anybody judges them.</summary>
    public IEnumerable<Problem> Problems(ClientContent content) =>
        content.Problems.Concat(
            RuleSet.Check(content, repository.Settings, now, post => ApprovalCodeOf(content, post))
        );

    private static string? ApprovalCodeOf(ClientContent content, Post post) =>
        content.Client is null ? null : ObjectPayload.For(post, content, References.None).ApprovalCode;
}
