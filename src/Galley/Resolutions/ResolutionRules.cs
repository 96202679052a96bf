using Galley.Diagnostics;
using Galley.Ledger;

namespace Galley.Resolutions;

/// <summary>What each resolution does to the ledger, and when it is refused. Pure.</summary>
internal static class ResolutionRules
{
    public static ResolutionResult Judge(Resolution resolution, ResolutionContext context) =>
        (resolution is ObjectResolution one ? InFlight(one, context) : null)
        ?? resolution switch
        {
            Resolution.Done done => DoneRules.Judge(done, context),
            Resolution.Sent sent => SentRules.Judge(sent, context),
            Resolution.NotSent notSent => SentRules.Judge(notSent, context),
            Resolution.Forget forget => ForgetRules.Judge(forget, context),
            Resolution.Adopt adopt => AdoptRules.Judge(adopt, context),
            Resolution.Approve approve => ApproveRules.Judge(approve, context),
            Resolution.Overwrite overwrite => OverwriteRules.Judge(overwrite, context),
            _ => throw new ArgumentOutOfRangeException(nameof(resolution), resolution, null),
        };

    private static ResolutionResult.Rejected? InFlight(ObjectResolution resolution, ResolutionContext context) =>
        context.Known(resolution) is { State: ObjectState.Open, Intent: { } intent } && context.IsInFlight(intent)
            ? new ResolutionResult.Rejected(
                $"Another run is sending {resolution.Name} right now, so its result is not known yet. Look at "
                    + "the plan again in ten minutes."
            )
            : null;

    public static ResolutionResult.Rejected Unknown(ObjectResolution resolution, ResolutionContext context)
    {
        var keys = context
            .Planned.Ledger.Objects.Keys.Where(known => known.Kind == resolution.Kind)
            .Select(known => known.Key);
        return new ResolutionResult.Rejected(
            $"The ledger has no {resolution.Name}. {Suggestion.DidYouMean(resolution.Key, keys)}Run `galley "
                + "ledger show` to see what it has."
        );
    }

    /// <summary>Why an id is refused; null when it is fine.</summary>
    public static ResolutionResult.Rejected? RefuseId(ObjectResolution resolution, string id, ResolutionContext context)
    {
        if (context.OwnerOf(id) is { } owner)
        {
            return new ResolutionResult.Rejected(
                $"{id} already belongs to {owner}, so it can't be {resolution.Name}. Find the right id in LeadPanther."
            );
        }

        return context.Exists == false && !resolution.IsForced
            ? new ResolutionResult.Rejected(
                $"LeadPanther has no object {id} in this client's account. Check the id. If it is right, repeat the command with --force."
            )
            : null;
    }

    public static string Warning(ResolutionContext context) =>
        context.Exists == false ? " LeadPanther does not know this id now; Galley took it because of --force." : "";
}
