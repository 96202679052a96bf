using Galley.Diagnostics.Codes;
using Galley.Planning;

namespace Galley.Cli.Output;

/// <summary>The exit code of a plan.</summary>
internal static class PlanExitCode
{
    /// <summary>What is wrong with the content, or with a client's ledger.</summary>
    public static ExitCode OfProblems(Plan plan) =>
        !plan.Diagnostics.Any(diagnostic => diagnostic.Fails) ? ExitCode.Fine
        : plan.Diagnostics.Any(diagnostic => diagnostic.Code == PlanCodes.DamagedLedger.Id) ? ExitCode.Error
        : ExitCode.ContentInvalid;

    /// <param name="detailed">Whether it also says that there is something to do, and whether a person must do it.</param>
    public static ExitCode For(Plan plan, bool detailed)
    {
        if (OfProblems(plan) is var problems and not ExitCode.Fine)
        {
            return problems;
        }

        if (!detailed)
        {
            return ExitCode.Fine;
        }

        if (plan.Actions.Any(pair => ActionTable.NeedOf(pair.Action) == ExitCode.PersonNeeded))
        {
            return ExitCode.PersonNeeded;
        }

        return plan.Actions.Any(pair => ActionTable.IsChange(pair.Action)) ? ExitCode.Changes : ExitCode.Fine;
    }
}
