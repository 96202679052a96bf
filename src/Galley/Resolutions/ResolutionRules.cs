using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Resolutions;

/// <summary>What each word does to the ledger, and when it is refused. Pure.</summary>
internal static class ResolutionRules
{
    public static ResolutionResult Judge(Resolution resolution, ResolutionContext context) =>
        InFlight(resolution, context)
        ?? resolution switch
        {
            Resolution.Done done => DoneRules.Judge(done, context),
            Resolution.Sent sent => SentRules.Judge(sent, context),
            Resolution.NotSent notSent => SentRules.Judge(notSent, context),
            Resolution.Forget forget => ForgetRules.Judge(forget, context),
            Resolution.Adopt adopt => AdoptRules.Judge(adopt, context),
            Resolution.Overwrite overwrite => OverwriteRules.Judge(overwrite, context),
            _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, null),
        };

    private static ResolutionResult.Rejected? InFlight(Resolution resolution, ResolutionContext context) =>
        context.Known(resolution) is { State: ObjectState.Open, Intent: { } intent } && context.IsInFlight(intent)
            ? new ResolutionResult.Rejected(
                $"Another run is sending {resolution.Name} at this moment, so nobody can say yet what came of it. Look at the plan again in ten minutes."
            )
            : null;

    public static ResolutionResult.Rejected Unknown(Resolution resolution, ResolutionContext context)
    {
        var keys = context
            .Planned.Ledger.Objects.Keys.Where(known => known.Kind == resolution.Kind)
            .Select(known => known.Key);
        return new ResolutionResult.Rejected(
            $"The ledger knows nothing of {resolution.Name}. {Suggestion.DidYouMean(resolution.Key, keys)}`galley ledger show` lists what it holds."
        );
    }

    /// <summary>Why an id can't be taken; null when it can.</summary>
    public static ResolutionResult.Rejected? RefuseId(Resolution resolution, string id, ResolutionContext context)
    {
        if (context.OwnerOf(id) is { } owner)
        {
            return new ResolutionResult.Rejected(
                $"{id} is {owner} already, so it can't be {resolution.Name}: look in LeadPanther for the right id."
            );
        }

        return context.Exists == false && !resolution.IsForced
            ? new ResolutionResult.Rejected(
                $"LeadPanther knows no such object as {id} in this client's account. Look for the right id; if it is right all the same, say it again with --force."
            )
            : null;
    }

    public static string Warning(ResolutionContext context) =>
        context.Exists == false ? " LeadPanther does not know that id today; it was taken because of --force." : "";
}
