using Galley.Ledger;

namespace Galley.Persons;

/// <summary>What each word does to the ledger, and when it is refused. Pure.</summary>
internal static class ResolutionRules
{
    public static ResolutionResult Judge(Resolution word, ResolutionContext context) =>
        InFlight(word, context) ?? word switch
        {
            Resolution.Done done => DoneRules.Judge(done, context),
            Resolution.Sent sent => SentRules.Judge(sent, context),
            Resolution.NotSent notSent => SentRules.Judge(notSent, context),
            Resolution.Forget forget => ForgetRules.Judge(forget, context),
            Resolution.Adopt adopt => AdoptRules.Judge(adopt, context),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
        };

    private static ResolutionResult.Rejected? InFlight(Resolution word, ResolutionContext context) =>
        context.Known(word) is { State: ObjectState.Open, Intent: { } intent } && context.IsInFlight(intent)
            ? new ResolutionResult.Rejected($"Another run is sending {word.Name} at this moment, so nobody can say yet what came of it. Look at the plan again in ten minutes.")
            : null;

    public static ResolutionResult.Rejected Unknown(Resolution word, ResolutionContext context)
    {
        var keys = context.Planned.Ledger.Objects.Keys.Where(known => known.Kind == word.Kind).Select(known => known.Key);
        return new ResolutionResult.Rejected($"The ledger knows nothing of {word.Name}. {Rules.Suggestion.DidYouMean(word.Key, keys)}`galley ledger show` lists what it holds.");
    }

    /// <summary>Why an id can't be taken; null when it can.</summary>
    public static ResolutionResult.Rejected? RefuseId(Resolution word, string id, ResolutionContext context)
    {
        if (context.OwnerOf(id) is { } owner)
            return new ResolutionResult.Rejected($"{id} is {owner} already, so it can't be {word.Name}: look in LeadPanther for the right id.");
        return context.Exists == false && !word.IsForced
            ? new ResolutionResult.Rejected($"LeadPanther knows no such object as {id} in this client's account. Look for the right id; if it is right all the same, say it again with --force.")
            : null;
    }

    public static string Warning(ResolutionContext context) =>
        context.Exists == false ? " LeadPanther does not know that id today; it was taken because of --force." : "";
}
