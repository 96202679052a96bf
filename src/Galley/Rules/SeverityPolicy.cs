using System.Collections.Immutable;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Ledger;

namespace Galley.Rules;

/// <summary>
/// Turns the facts that rules found into what people read: a severity each, or nothing. What is live is never past;
/// what the base has already fails nobody else's pull request. Pure.
/// </summary>
public static class SeverityPolicy
{
    /// <summary>By path, place, code; none twice.</summary>
    public static ImmutableArray<Diagnostic> Decide(IEnumerable<Problem> problems, SeverityContext context)
    {
        var toSend = problems.Where(problem => !problem.Code.UnsentOnly || IsStillToSend(problem, context)).ToArray();
        var unjudged = context is { Purpose: ValidationPurpose.Validate, Ledger: null }
            ? toSend.Where(IsAboutAMissedTime).ToArray()
            : [];
        return DiagnosticOrder.SortedOnce(
            toSend
                .Except(unjudged)
                .Where(problem => !IsMissed(problem, context) && !IsAnswered(problem, context))
                .Where(problem => !IsNoteOnThePublished(problem, context))
                .Select(problem => DiagnosticOf(problem, context))
                .Concat(NoteOn(unjudged))
        );
    }

    private static bool IsStillToSend(Problem problem, SeverityContext context) =>
        context.Ledger is null
        || new[] { problem.Subject, problem.Other }.All(subject => subject is null)
        || IsUnsent(problem.Subject, context.Ledger)
        || IsUnsent(problem.Other, context.Ledger);

    private static bool IsUnsent((Kind Kind, string Key)? subject, Func<Kind, string, LedgerObject?> ledger) =>
        subject is { } known && ledger(known.Kind, known.Key) is null or { State: ObjectState.NotSent };

    /// <summary>
    /// For a plan, a time that passed on the base is no fault of this change: the plan shows the post as missed. Without
    /// a base nothing tells whose fault it is, and the plan's word is enough.
    /// </summary>
    private static bool IsMissed(Problem problem, SeverityContext context) =>
        context.Purpose == ValidationPurpose.Plan && IsAboutAMissedTime(problem) && context.Base?.Has(problem) != false;

    /// <summary>An approval that is asked for stands in the ledger.</summary>
    private static bool IsAnswered(Problem problem, SeverityContext context) =>
        (problem.Code == PostCodes.ApprovalMissing || problem.Code == PostCodes.ApprovalOfAnotherText)
        && problem.Subject is var (kind, key)
        && context.IsApproved(kind, key);

    private static bool IsNoteOnThePublished(Problem problem, SeverityContext context) =>
        SeverityOf(problem.Code, context) == Severity.Note
        && problem.Subject is var (kind, key)
        && context.IsPublished(kind, key);

    private static bool IsAboutAMissedTime(Problem problem) =>
        problem.Code == PostCodes.Past || problem.Code == PostCodes.TooSoon;

    private static Diagnostic DiagnosticOf(Problem problem, SeverityContext context) =>
        new(problem.Code.Id, SeverityOf(problem.Code, context), problem.Message, problem.Path, problem.At, problem.Help)
        {
            Fix = problem.Fix,
            Client = problem.Client,
            OnBase = context.Base?.Has(problem) == true,
        };

    private static Severity SeverityOf(DiagnosticCode code, SeverityContext context) =>
        code.Adjustable && context.Rules.TryGetValue(code.Id, out var changed) ? changed.Severity : code.Severity;

    private static IEnumerable<Diagnostic> NoteOn(Problem[] unjudged)
    {
        if (unjudged.MinBy(problem => problem.Path, StringComparer.Ordinal) is not { } first)
        {
            yield break;
        }

        var posts =
            unjudged.Length == 1
                ? "One post's time is past or too near"
                : $"The times of {unjudged.Length:N0} posts are past or too near";
        yield return new Diagnostic(
            PostCodes.PastUnjudged.Id,
            PostCodes.PastUnjudged.Severity,
            $"{posts}. The ledger can't be read from here, so it is not known whether they were sent.",
            first.Path,
            first.At,
            "Nothing to do if they were. `galley plan` reads the ledger and shows it."
        )
        {
            Client = first.Client,
        };
    }
}
