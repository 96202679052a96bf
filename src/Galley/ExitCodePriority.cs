using System.Collections.Immutable;

namespace Galley;

/// <summary>Which exit code wins when several apply. An interrupted run says so, unless something worse must be seen.</summary>
public static class ExitCodePriority
{
    private static readonly ImmutableArray<ExitCode> HighestFirst =
    [
        ExitCode.Error,
        ExitCode.Interrupted,
        ExitCode.Refused,
        ExitCode.SomeFailed,
        ExitCode.ContentInvalid,
        ExitCode.PersonNeeded,
        ExitCode.Changes,
        ExitCode.Fine,
    ];

    public static ExitCode Highest(IEnumerable<ExitCode> needs) =>
        needs.DefaultIfEmpty(ExitCode.Fine).MinBy(need => HighestFirst.IndexOf(need));
}
