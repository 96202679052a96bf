using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>forget</c>: retires a key, or with <c>--recreate</c> frees it to be sent again.</summary>
internal static class ForgetRules
{
    public static ResolutionResult Judge(Resolution.Forget resolution, ResolutionContext context) =>
        context.Known(resolution) switch
        {
            null => ResolutionRules.Unknown(resolution, context),
            { State: ObjectState.Open } => new ResolutionResult.Rejected(
                $"{resolution.Name} may have been sent, so Galley can't forget it. Look in LeadPanther, then run "
                    + $"`galley sent {resolution.Name} ID` or `galley not-sent {resolution.Name}`."
            ),
            { State: ObjectState.NotSent } => new ResolutionResult.Rejected(
                $"{resolution.Name} was never sent, so there is nothing to forget. Its key is free."
            ),
            { State: ObjectState.Retired } when !resolution.Recreate => new ResolutionResult.Rejected(
                $"{resolution.Name} is already forgotten. To send it again, run `galley forget {resolution.Name} --recreate`."
            ),
            _ when resolution.Recreate => new ResolutionResult.Accepted(
                $"Galley forgot {resolution.Name}. Its key is free, and the next apply sends its file as new."
                    + Left(context.Known(resolution)!),
                new Retired(resolution.Slug, resolution.Kind, resolution.Key, Recreate: true)
            ),
            _ => new ResolutionResult.Accepted(
                $"Galley forgot {resolution.Name}. Its key is retired, so a file with this key is held until you rename it."
                    + Left(context.Known(resolution)!),
                new Retired(resolution.Slug, resolution.Kind, resolution.Key)
            ),
        };

    private static string Left(LedgerObject ledgerObject) =>
        ledgerObject is { State: ObjectState.Live, Id: { } id }
            ? $" The object {id} stays in LeadPanther as it is."
            : "";
}
