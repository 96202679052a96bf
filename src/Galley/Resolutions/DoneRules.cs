using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;

namespace Galley.Resolutions;

/// <summary><c>done</c>: only with the code of exactly the payload that the plan asks for, so that nobody confirms what they have not seen.</summary>
internal static class DoneRules
{
    public static ResolutionResult Judge(Resolution.Done word, ResolutionContext context) =>
        context.Action(word) switch
        {
            { Type: ActionType.EditByHand or ActionType.RemoveByHand } action
                when !PayloadCode.Matches(action.Code!, word.Code) => new ResolutionResult.Rejected(
                $"The plan asks for {action.Code} of {word.Name}, not for {word.Code}: it changed since. Look at `galley plan`, make LeadPanther say that, then say `galley done {word.Name} {action.Code}`."
            ),
            { Type: ActionType.EditByHand } => Edited(word, context),
            { Type: ActionType.RemoveByHand } => Removed(word, context),
            { Type: ActionType.InDoubt } => new ResolutionResult.Rejected(
                $"Nobody knows yet whether {word.Name} was sent. Look in LeadPanther, then say `galley sent {word.Name} ID` or `galley not-sent {word.Name}`."
            ),
            { Type: ActionType.Move } => new ResolutionResult.Rejected(
                $"{word.Name} has a new name that no apply has taken down yet: run `galley apply`, then say this again."
            ),
            { } other => new ResolutionResult.Rejected(
                $"There is nothing to do by hand for {word.Name}: the plan says \"{ActionTable.For(other.Type).Words}\"."
            ),
            null => NotPlanned(word, context),
        };

    private static ResolutionResult.Accepted Edited(Resolution.Done word, ResolutionContext context)
    {
        var payload = context.File(word)!.Payload;
        return new ResolutionResult.Accepted(
            $"{word.Name} is as its file says, {payload.Code}: the change was made in LeadPanther by hand.",
            new Done(word.Slug, word.Kind, word.Key, payload)
        );
    }

    private static ResolutionResult.Accepted Removed(Resolution.Done word, ResolutionContext context) =>
        new(
            $"{word.Name} is deleted in LeadPanther, and its key is retired: a new file needs another name.",
            new Done(word.Slug, word.Kind, word.Key, new RecordedObject(context.Known(word)!).Payload),
            new Retired(word.Slug, word.Kind, word.Key)
        );

    private static ResolutionResult.Rejected NotPlanned(Resolution resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(resolution, context);
        }

        return new ResolutionResult.Rejected(
            ledgerObject.State == ObjectState.Retired
                ? $"{resolution.Name} is done already: its key is retired."
                : $"There is nothing to do by hand for {resolution.Name}: the plan does not ask for anything."
        );
    }
}
