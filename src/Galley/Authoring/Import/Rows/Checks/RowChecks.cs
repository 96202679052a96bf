namespace Galley.Authoring.Import.Rows.Checks;

/// <summary>All checks, in the order in which their reasons are given.</summary>
internal static class RowChecks
{
    private static readonly IRowCheck[] All =
    [
        new WholeRow(),
        new CellErrors(),
        new WholeText(),
        new OwnAccount(),
        new ReadyStatus(),
        new SupportedKind(),
        new OpenRemarks(),
    ];

    /// <returns>The reason to leave the row out alone, or all reasons to make it a draft.</returns>
    public static IReadOnlyList<Finding> Run(ImportRow row, RowContext context)
    {
        var drafts = new List<Finding>();
        foreach (var finding in All.SelectMany(check => check.Check(row, context)))
        {
            if (finding.LeavesOut)
            {
                return [finding];
            }

            drafts.Add(finding);
        }

        return drafts;
    }
}
