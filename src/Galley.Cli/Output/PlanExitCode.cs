using Galley.Planning;

namespace Galley.Cli.Output;

/// <summary>What a plan asks of whoever called for it.</summary>
internal static class PlanExitCode
{
    /// <param name="detailed">Also whether anything is to be done, and whether by a person.</param>
    public static ExitCode For(Plan plan, bool detailed)
    {
        if (plan.Diagnostics.Any(diagnostic => diagnostic.Fails))
        {
            return ExitCode.ContentInvalid;
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
