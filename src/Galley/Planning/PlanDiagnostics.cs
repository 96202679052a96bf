using System.Collections.Immutable;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Diagnostics.Codes;
using Galley.Ledger;

namespace Galley.Planning;

/// <summary>
/// What the plan's actions say as diagnostics, so that they stand in the same list, on the same lines, as the
/// content's own problems.
/// </summary>
public static class PlanDiagnostics
{
    /// <summary>The codes that repeat what an action says.</summary>
    public static readonly ImmutableArray<DiagnosticCode> OfActions =
    [
        PlanCodes.EditByHand,
        PlanCodes.RemoveByHand,
        PlanCodes.InDoubt,
        PlanCodes.Missed,
        PlanCodes.RetiredKey,
        PlanCodes.LooksLikeRename,
        PlanCodes.Gone,
        PlanCodes.Drifted,
        PlanCodes.AlreadyThere,
        PlanCodes.InUse,
    ];

    public static IEnumerable<Diagnostic> For(ClientPlan plan, ClientContent content) =>
        from action in plan.Actions
        let code = CodeOf(action)
        where code is not null
        select new Diagnostic(
            code.Id,
            code.Severity,
            $"{NextStep.Name(action, plan.Slug)}: {ActionDescriptions.For(action, content.Client!.Zone)}.",
            action.Path ?? content.Client!.SourceMap.Path,
            new Position(action.Line ?? 1, 1),
            NextStep.For(action, plan.Slug) ?? code.Fix
        )
        {
            Client = plan.Slug,
        };

    public static Diagnostic NoLedger(string path) =>
        new(
            PlanCodes.NoLedger.Id,
            PlanCodes.NoLedger.Severity,
            "There is no ledger yet. The plan shows everything as new, and nothing can be applied.",
            path,
            Position.Start,
            PlanCodes.NoLedger.Fix
        );

    /// <summary>Why a client is held whose ledger is one that no run of Galley writes.</summary>
    /// <param name="path">Of the file that names the account.</param>
    public static IEnumerable<Diagnostic> OddLedger(ClientLedger ledger, string slug, string path)
    {
        if (ledger.Oddity is { } oddity)
        {
            var code = ledger.Damage is null ? PlanCodes.OddLedger : PlanCodes.DamagedLedger;
            yield return new Diagnostic(code.Id, code.Severity, oddity, path, Position.Start, code.Fix)
            {
                Client = slug,
            };
        }
    }

    /// <summary>Why a client has no plan whose files or ledger we did not foresee.</summary>
    public static Diagnostic Bug(Exception bug, string slug) =>
        new(
            ReadingCodes.InternalError.Id,
            ReadingCodes.InternalError.Severity,
            InternalError.Message(bug),
            $"{ContentRoot.ClientsFolder}/{slug}/client.yaml",
            Position.Start,
            ReadingCodes.InternalError.Fix
        )
        {
            Client = slug,
        };

    /// <summary>One for each client that goes over a limit, and so is held.</summary>
    public static IEnumerable<Diagnostic> OverLimit(IEnumerable<ClientPlan> clients, string path) =>
        from client in clients
        let held = client.Actions.FirstOrDefault(action => action is { Type: ActionType.Held, Reason: Reason.Limit })
        where held is not null
        select new Diagnostic(
            PlanCodes.OverLimit.Id,
            PlanCodes.OverLimit.Severity,
            $"{client.Slug} is on hold, so nothing of it is sent, changed or deleted in this run: {held.Detail}.",
            path,
            Position.Start,
            PlanCodes.OverLimit.Fix
        )
        {
            Client = client.Slug,
        };

    /// <summary>Why LeadPanther would refuse what is planned for a client.</summary>
    public static Diagnostic NoGrant(string slug, string why, string path) =>
        new(PlanCodes.NoGrant.Id, PlanCodes.NoGrant.Severity, why, path, Position.Start, PlanCodes.NoGrant.Fix)
        {
            Client = slug,
        };

    public static Diagnostic NoPermission(string why, string path) =>
        new(
            PlanCodes.NoPermission.Id,
            PlanCodes.NoPermission.Severity,
            why,
            path,
            Position.Start,
            PlanCodes.NoPermission.Fix
        );

    public static Diagnostic ClientGone(PlannedClient gone, string path) =>
        OddLedger(gone.Ledger, gone.Plan.Slug, path).FirstOrDefault()
        ?? new Diagnostic(
            PlanCodes.ClientGone.Id,
            PlanCodes.ClientGone.Severity,
            $"No client names the account {gone.Ledger.Account} any more, but the ledger still holds "
                + $"{Plural.Format(gone.Plan.Actions.Length, "post or lead magnet", "posts and lead magnets")} of it.",
            path,
            Position.Start,
            PlanCodes.ClientGone.Fix
        );

    private static DiagnosticCode? CodeOf(PlanAction action) =>
        action switch
        {
            { Type: ActionType.EditByHand } => PlanCodes.EditByHand,
            { Type: ActionType.RemoveByHand } => PlanCodes.RemoveByHand,
            { Type: ActionType.InDoubt } => PlanCodes.InDoubt,
            { Type: ActionType.Missed } => PlanCodes.Missed,
            { Type: ActionType.Gone } => PlanCodes.Gone,
            { Type: ActionType.Drifted } => PlanCodes.Drifted,
            { Type: ActionType.Held, Reason: Reason.RetiredKey } => PlanCodes.RetiredKey,
            { Type: ActionType.Held, Reason: Reason.Rename } => PlanCodes.LooksLikeRename,
            { Type: ActionType.Held, Reason: Reason.AlreadyThere } => PlanCodes.AlreadyThere,
            { Type: ActionType.Held, Reason: Reason.InUse } => PlanCodes.InUse,
            { Type: ActionType.Unchanged, Detail: not null } => PlanCodes.EditedAfterItsTime,
            _ => null,
        };
}
