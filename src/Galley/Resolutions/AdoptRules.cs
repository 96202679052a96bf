using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>adopt</c>: links a file to an object that was made elsewhere, and takes the file as what LeadPanther holds.</summary>
internal static class AdoptRules
{
    public static ResolutionResult Judge(Resolution.Adopt resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is { State: ObjectState.Open })
        {
            return new ResolutionResult.Rejected(
                $"Galley may already have sent {resolution.Name}. If it became {resolution.Id}, run "
                    + $"`galley sent {resolution.Name} {resolution.Id}`. If it was not sent, first run `galley not-sent {resolution.Name}`."
            );
        }

        if (context.Known(resolution) is { State: ObjectState.Live } live)
        {
            return new ResolutionResult.Rejected(AlreadyLive(resolution, live));
        }

        if (context.File(resolution) is not { } file)
        {
            return new ResolutionResult.Rejected(WithoutFile(resolution, context));
        }

        return ResolutionRules.RefuseId(resolution, resolution.Id, context)
            ?? (ResolutionResult)
                new ResolutionResult.Accepted(
                    $"{resolution.Name} is linked to {resolution.Id}. Galley assumes that LeadPanther holds "
                        + $"what the file says now ({file.Payload.Code})."
                        + ResolutionRules.Warning(context),
                    new Adopted(resolution.Slug, resolution.Kind, resolution.Key, resolution.Id, file.Payload)
                    {
                        IsPulled = resolution.IsPulled,
                    }
                );
    }

    private static string AlreadyLive(Resolution.Adopt resolution, LedgerObject live) =>
        live.Id is { } id
            ? $"{resolution.Name} is already linked to {id}. If that is wrong, first run `galley forget {resolution.Name}`."
            : $"{resolution.Name} is in LeadPanther, but its id is missing. Run `galley sent {resolution.Name} {resolution.Id}` to add it.";

    private static string WithoutFile(ObjectResolution resolution, ResolutionContext context)
    {
        if (
            context.Planned.Content.Unread.FirstOrDefault(file =>
                file.Kind == resolution.Kind && file.Key == resolution.Key
            ) is
            { } unread
        )
        {
            return $"{unread.Path} can't be read. Run `galley validate` to see why.";
        }

        var keys = context.Planned.Content.KeysOf(resolution.Kind);
        return $"There is no file for {resolution.Name}. {Suggestion.DidYouMean(resolution.Key, keys)}"
            + "Write the file first, with the same content as in LeadPanther. Then adopt it.";
    }
}
