using Galley.Ledger;

namespace Galley.Persons;

/// <summary>What each word does to the ledger, and when it is refused. Pure.</summary>
internal static class WordRules
{
    public static WordAnswer Judge(PersonsWord word, WordContext context) =>
        InFlight(word, context) ?? word switch
        {
            PersonsWord.Done done => HandWork.Judge(done, context),
            PersonsWord.Sent sent => Doubts.Judge(sent, context),
            PersonsWord.NotSent notSent => Doubts.Judge(notSent, context),
            PersonsWord.Forget forget => Forgetting.Judge(forget, context),
            PersonsWord.Adopt adopt => Adopting.Judge(adopt, context),
            _ => throw new ArgumentOutOfRangeException(nameof(word), word, null),
        };

    private static WordAnswer.Refused? InFlight(PersonsWord word, WordContext context) =>
        context.Known(word) is { State: ObjectState.Open, Intent: { } intent } && context.IsInFlight(intent)
            ? new WordAnswer.Refused($"Another run is sending {word.Name} at this moment, so nobody can say yet what came of it. Look at the plan again in ten minutes.")
            : null;

    public static WordAnswer.Refused Unknown(PersonsWord word, WordContext context)
    {
        var keys = context.Planned.Ledger.Objects.Keys.Where(known => known.Kind == word.Kind).Select(known => known.Key);
        return new WordAnswer.Refused($"The ledger knows nothing of {word.Name}. {Rules.Suggestion.DidYouMean(word.Key, keys)}`galley ledger show` lists what it holds.");
    }

    /// <summary>Why an id can't be taken; null when it can.</summary>
    public static WordAnswer.Refused? RefuseId(PersonsWord word, string id, WordContext context)
    {
        if (context.OwnerOf(id) is { } owner)
            return new WordAnswer.Refused($"{id} is {owner} already, so it can't be {word.Name}: look in LeadPanther for the right id.");
        return context.Exists == false && !word.IsForced
            ? new WordAnswer.Refused($"LeadPanther knows no such object as {id} in this client's account. Look for the right id; if it is right all the same, say it again with --force.")
            : null;
    }

    public static string Warning(WordContext context) =>
        context.Exists == false ? " LeadPanther does not know that id today; it was taken because of --force." : "";
}
