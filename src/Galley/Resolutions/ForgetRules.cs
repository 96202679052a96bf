using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>forget</c>: retires a key, or with <c>--recreate</c> frees it to be sent again.</summary>
internal static class ForgetRules
{
    public static ResolutionResult Judge(Resolution.Forget word, ResolutionContext context) =>
        context.Known(word) switch
        {
            null => ResolutionRules.Unknown(word, context),
            { State: ObjectState.Open } => new ResolutionResult.Rejected(
                $"{word.Name} may have been sent, so it can't be forgotten. Look in LeadPanther, then say `galley sent {word.Name} ID` or `galley not-sent {word.Name}`."
            ),
            { State: ObjectState.NotSent } => new ResolutionResult.Rejected(
                $"{word.Name} was never sent, so there is nothing to forget: its key is free."
            ),
            { State: ObjectState.Retired } when !word.Recreate => new ResolutionResult.Rejected(
                $"{word.Name} is forgotten already. To let it go out again, say `galley forget {word.Name} --recreate`."
            ),
            _ when word.Recreate => new ResolutionResult.Accepted(
                $"{word.Name} is forgotten, and its key is free: the next apply sends its file as new.{Left(context.Known(word)!)}",
                new Retired(word.Slug, word.Kind, word.Key, Recreate: true)
            ),
            _ => new ResolutionResult.Accepted(
                $"{word.Name} is forgotten, and its key is retired: a file under it is held until it gets another name.{Left(context.Known(word)!)}",
                new Retired(word.Slug, word.Kind, word.Key)
            ),
        };

    private static string Left(LedgerObject ledgerObject) =>
        ledgerObject is { State: ObjectState.Live, Id: { } id }
            ? $" What LeadPanther holds as {id} stays there as it is."
            : "";
}
