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
                $"{resolution.Name} may have been sent, so it can't be forgotten. Look in LeadPanther, then say `galley sent {resolution.Name} ID` or `galley not-sent {resolution.Name}`."
            ),
            { State: ObjectState.NotSent } => new ResolutionResult.Rejected(
                $"{resolution.Name} was never sent, so there is nothing to forget: its key is free."
            ),
            { State: ObjectState.Retired } when !resolution.Recreate => new ResolutionResult.Rejected(
                $"{resolution.Name} is forgotten already. To let it go out again, say `galley forget {resolution.Name} --recreate`."
            ),
            _ when resolution.Recreate => new ResolutionResult.Accepted(
                $"{resolution.Name} is forgotten, and its key is free: the next apply sends its file as new.{Left(context.Known(resolution)!)}",
                new Retired(resolution.Slug, resolution.Kind, resolution.Key, Recreate: true)
            ),
            _ => new ResolutionResult.Accepted(
                $"{resolution.Name} is forgotten, and its key is retired: a file under it is held until it gets another name.{Left(context.Known(resolution)!)}",
                new Retired(resolution.Slug, resolution.Kind, resolution.Key)
            ),
        };

    private static string Left(LedgerObject ledgerObject) =>
        ledgerObject is { State: ObjectState.Live, Id: { } id }
            ? $" What LeadPanther holds as {id} stays there as it is."
            : "";
}
