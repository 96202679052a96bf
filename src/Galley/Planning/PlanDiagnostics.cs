using Galley.Content;
using Galley.Rules;
using Galley.Rules.Codes;

namespace Galley.Planning;

/// <summary>What the plan's actions say as diagnostics, so that they stand in the same list, on the same lines, as the content's own problems.</summary>
internal static class PlanDiagnostics
{
    public static IEnumerable<Diagnostic> Of(ClientPlan plan, ClientContent content) =>
        plan.Actions.Select(action => (action, Code: CodeOf(action))).Where(pair => pair.Code is not null).Select(pair =>
            About(pair.action, pair.Code!, plan.Slug, content));

    public static Diagnostic NoLedger(string path) =>
        new(PlanCodes.NoLedger.Id, PlanCodes.NoLedger.Severity, "There is no ledger yet: everything is shown as new, and nothing can be applied.", path, Position.Start, PlanCodes.NoLedger.Fix);

    public static Diagnostic TooManyCreates(int creates, int limit, string path) => new(
        PlanCodes.TooManyCreates.Id,
        PlanCodes.TooManyCreates.Severity,
        $"The plan has {creates} creates; `limits.max_creates` allows {limit} in one run.",
        path,
        Position.Start,
        $"Merge in smaller steps, raise `limits.max_creates` in galley.yaml, or apply with `--allow-creates {creates}`.");

    private static DiagnosticCode? CodeOf(PlanAction action) => action switch
    {
        { Type: ActionType.EditByHand } => PlanCodes.EditByHand,
        { Type: ActionType.RemoveByHand } => PlanCodes.RemoveByHand,
        { Type: ActionType.InDoubt } => PlanCodes.InDoubt,
        { Type: ActionType.Missed } => PlanCodes.Missed,
        { Type: ActionType.Held, Reason: Reason.RetiredKey } => PlanCodes.RetiredKey,
        { Type: ActionType.Held, Reason: Reason.Rename } => PlanCodes.LooksLikeRename,
        { Type: ActionType.Unchanged, Detail: not null } => PlanCodes.EditedAfterItsTime,
        _ => null,
    };

    private static Diagnostic About(PlanAction action, DiagnosticCode code, string slug, ClientContent content)
    {
        var name = $"{KindName.Of(action.Kind)} {slug}/{action.Key}";
        var words = action.Detail ?? ActionTable.Of(action.Type).Words;
        return new Diagnostic(code.Id, code.Severity, $"{name}: {words}.", action.Path ?? content.Client!.Source.Path, new Position(action.Line ?? 1, 1), Help(action, name))
        {
            Client = slug,
        };
    }

    private static string Help(PlanAction action, string name) => action switch
    {
        { Type: ActionType.EditByHand } => $"Make the change in LeadPanther, then run `galley done {name} {action.Code}`.",
        { Type: ActionType.RemoveByHand } => $"Delete it in LeadPanther, then run `galley done {name} {action.Code}`; or bring the file back.",
        { Type: ActionType.InDoubt } => $"Look in LeadPanther, then run `galley sent {name} ID` or `galley not-sent {name}`.",
        { Type: ActionType.Missed } => PlanCodes.Missed.Fix,
        { Type: ActionType.Held, Reason: Reason.RetiredKey } => $"Give the file another name, or run `galley forget {name} --recreate` when it really should go out again.",
        { Type: ActionType.Held } => PlanCodes.LooksLikeRename.Fix,
        _ => PlanCodes.EditedAfterItsTime.Fix,
    };
}
