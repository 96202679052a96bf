using Galley.Planning;

namespace Galley.Cli.Output;

/// <summary>The exit code of a plan.</summary>
internal static class PlanExitCode
{
    /// <param name="detailed">Whether it also says that there is something to do, and whether a person must do it.</param>
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
