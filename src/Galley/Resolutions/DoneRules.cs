using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;

namespace Galley.Resolutions;

/// <summary><c>done</c>: only with the code of exactly the payload that the plan asks for, so that nobody confirms what they have not seen.</summary>
internal static class DoneRules
{
    public static ResolutionResult Judge(Resolution.Done resolution, ResolutionContext context) =>
        context.Action(resolution) switch
        {
            { Type: ActionType.EditByHand or ActionType.RemoveByHand } action
                when !PayloadCode.Matches(action.Code!, resolution.Code) => new ResolutionResult.Rejected(
                $"The plan asks for {action.Code} of {resolution.Name}, not for {resolution.Code}: it changed since. Look at `galley plan`, make LeadPanther say that, then say `galley done {resolution.Name} {action.Code}`."
            ),
            { Type: ActionType.EditByHand } => Edited(resolution, context),
            { Type: ActionType.RemoveByHand } => Removed(resolution, context),
            { Type: ActionType.InDoubt } => new ResolutionResult.Rejected(
                $"Nobody knows yet whether {resolution.Name} was sent. Look in LeadPanther, then say `galley sent {resolution.Name} ID` or `galley not-sent {resolution.Name}`."
            ),
            { Type: ActionType.Move } => new ResolutionResult.Rejected(
                $"{resolution.Name} has a new name that no apply has taken down yet: run `galley apply`, then say this again."
            ),
            { } other => new ResolutionResult.Rejected(
                $"There is nothing to do by hand for {resolution.Name}: the plan says \"{ActionTable.For(other.Type).Words}\"."
            ),
            null => NotPlanned(resolution, context),
        };

    private static ResolutionResult.Accepted Edited(Resolution.Done resolution, ResolutionContext context)
    {
        var payload = context.File(resolution)!.Payload;
        return new ResolutionResult.Accepted(
            $"{resolution.Name} is as its file says, {payload.Code}: the change was made in LeadPanther by hand.",
            new Done(resolution.Slug, resolution.Kind, resolution.Key, payload)
        );
    }

    private static ResolutionResult.Accepted Removed(Resolution.Done resolution, ResolutionContext context) =>
        new(
            $"{resolution.Name} is deleted in LeadPanther, and its key is retired: a new file needs another name.",
            new Done(
                resolution.Slug,
                resolution.Kind,
                resolution.Key,
                new RecordedObject(context.Known(resolution)!).Payload
            ),
            new Retired(resolution.Slug, resolution.Kind, resolution.Key)
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
