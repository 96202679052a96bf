using Galley.Api;
using Galley.Applying.Preflight;
using Galley.Content;
using Galley.Diagnostics;
using Galley.Planning;

namespace Galley.Live;

/// <summary>What a plan's clients hear when the API is asked whether it would take what is planned.</summary>
public static class PlanCheck
{
    /// <summary>
    /// The plan with what <see cref="PreflightCheck"/> found: a bad grant is an error, a missing permission or scope
    /// a warning.
    /// </summary>
    public static async Task<PlannedRepository> Checked(
        PlannedRepository planned,
        Func<Client, ILeadPanther> apiFor,
        CancellationToken cancellationToken
    )
    {
        var report = await new PreflightCheck(apiFor, planned.Plan.Now) { IsForPlan = true }.Check(
            planned.Clients,
            cancellationToken
        );
        var held = report.Held.Select(pair => PlanDiagnostics.NoGrant(pair.Key, pair.Value, PathOf(planned, pair.Key)));
        var warnings = report.Warnings.Select(warning =>
            PlanDiagnostics.NoPermission(warning, ContentRoot.SettingsFile)
        );
        return planned with
        {
            Plan = planned.Plan with
            {
                Diagnostics = DiagnosticOrder.Sorted(planned.Plan.Diagnostics.Concat(held).Concat(warnings)),
            },
        };
    }

    private static string PathOf(PlannedRepository planned, string slug) =>
        planned.Clients.First(client => client.Content.Slug == slug).Content.Client!.SourceMap.Path;
}
