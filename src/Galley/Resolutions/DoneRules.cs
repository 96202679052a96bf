using Galley.Ledger;
using Galley.Ledger.Events;
using Galley.Payloads;
using Galley.Planning;

namespace Galley.Resolutions;

/// <summary>
/// <c>done</c>: only with the code of exactly the payload that the plan asks for, so that nobody confirms what they
/// have not seen.
/// </summary>
internal static class DoneRules
{
    public static ResolutionResult Judge(Resolution.Done resolution, ResolutionContext context) =>
        context.Action(resolution) switch
        {
            { Type: var type } action
                when (IsEdit(type) || IsRemoval(type)) && !PayloadCode.Matches(action.Code!, resolution.Code) =>
                new ResolutionResult.Rejected(
                    $"The plan changed: for {resolution.Name} it now asks for {action.Code}, not {resolution.Code}. Run `galley plan`, "
                        + $"make that change in LeadPanther, then run `galley done {resolution.Name} {action.Code}`."
                ),
            { Type: var type } when IsEdit(type) => Edited(resolution, context),
            { Type: var type } when IsRemoval(type) => Removed(resolution, context),
            { Type: ActionType.InDoubt } => new ResolutionResult.Rejected(
                $"{resolution.Name} may or may not have been sent. Look in LeadPanther, then run "
                    + $"`galley sent {resolution.Name} ID` or `galley not-sent {resolution.Name}`."
            ),
            { Type: ActionType.Move } => new ResolutionResult.Rejected(
                $"{resolution.Name} has a new name that is not in the ledger yet. Run `galley apply`, then repeat this command."
            ),
            { } other => new ResolutionResult.Rejected(
                $"There is nothing to do by hand for {resolution.Name}. The plan says \"{ActionTable.For(other.Type).Words}\"."
            ),
            null => NotPlanned(resolution, context),
        };

    /// <summary>A person may be quicker than the next apply.</summary>
    private static bool IsEdit(ActionType type) => type is ActionType.EditByHand or ActionType.Update;

    private static bool IsRemoval(ActionType type) => type == ActionType.RemoveByHand || ActionTable.IsRemoval(type);

    private static ResolutionResult.Accepted Edited(Resolution.Done resolution, ResolutionContext context)
    {
        var payload = context.File(resolution)!.Payload;
        return new ResolutionResult.Accepted(
            $"Recorded: {resolution.Name} in LeadPanther now matches its file ({payload.Code}).",
            new Done(resolution.Slug, resolution.Kind, resolution.Key, payload)
        );
    }

    private static ResolutionResult.Accepted Removed(Resolution.Done resolution, ResolutionContext context) =>
        new(
            $"Recorded: {resolution.Name} is deleted in LeadPanther. Its key can't be used again, so a new file needs another name.",
            new Done(
                resolution.Slug,
                resolution.Kind,
                resolution.Key,
                new RecordedObject(context.Known(resolution)!).Payload
            ),
            new Retired(resolution.Slug, resolution.Kind, resolution.Key)
        );

    private static ResolutionResult.Rejected NotPlanned(ObjectResolution resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(resolution, context);
        }

        return new ResolutionResult.Rejected(
            ledgerObject.State == ObjectState.Retired
                ? $"{resolution.Name} is already done, and its key is retired."
                : $"There is nothing to do by hand for {resolution.Name}."
        );
    }
}
