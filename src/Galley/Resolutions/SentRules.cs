using Galley.Diagnostics;
using Galley.Ledger;
using Galley.Ledger.Events;

namespace Galley.Resolutions;

/// <summary><c>sent</c> and <c>not-sent</c>: a doubt ends only by a person's answer, and only a doubt does.</summary>
internal static class SentRules
{
    public static ResolutionResult Judge(Resolution.Sent resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(resolution, context);
        }

        var lacksItsId = ledgerObject is { State: ObjectState.Live, Id: null };
        if (ledgerObject.State != ObjectState.Open && !(lacksItsId && resolution.Id is not null))
        {
            return NotInDoubt(resolution, ledgerObject);
        }

        if (resolution.Id is null && resolution.Kind == Kind.LeadMagnet)
        {
            return new ResolutionResult.Rejected(
                $"Posts name a lead magnet by its id, so `sent` needs it: type `galley sent {resolution.Name} ID`, with the id that LeadPanther shows."
            );
        }

        if (resolution.Id is { } id && ResolutionRules.RefuseId(resolution, id, context) is { } refused)
        {
            return refused;
        }

        var sent = new Sent(resolution.Slug, resolution.Kind, resolution.Key, resolution.Id) { Intent = ledgerObject.Intent?.Stamp?.Id };
        // `sent` takes the payload of the intent as what is live: what a person did by hand since then stands.
        return lacksItsId && ledgerObject.Baseline is { } baseline
            ? new ResolutionResult.Accepted(
                Sentence(resolution, context),
                sent,
                new Done(resolution.Slug, resolution.Kind, resolution.Key, baseline)
            )
            : new ResolutionResult.Accepted(Sentence(resolution, context), sent);
    }

    public static ResolutionResult Judge(Resolution.NotSent resolution, ResolutionContext context)
    {
        if (context.Known(resolution) is not { } ledgerObject)
        {
            return ResolutionRules.Unknown(resolution, context);
        }

        if (ledgerObject.State != ObjectState.Open)
        {
            return NotInDoubt(resolution, ledgerObject);
        }

        var next = context.File(resolution) is null
            ? "Its file is gone, so it stays unsent."
            : "The next apply sends it, if its time still allows.";
        return new ResolutionResult.Accepted(
            $"{resolution.Name} was not sent. {next}",
            new NotSent(resolution.Slug, resolution.Kind, resolution.Key) { Intent = ledgerObject.Intent?.Stamp?.Id }
        );
    }

    private static string Sentence(Resolution.Sent resolution, ResolutionContext context) =>
        resolution.Id is { } id
            ? $"{resolution.Name} is live as {id}; it is not sent again.{ResolutionRules.Warning(context)}"
            : $"{resolution.Name} counts as sent and is not sent again. Without its id Galley can't read its figures: `galley sent {resolution.Name} ID` adds it.";

    private static ResolutionResult.Rejected NotInDoubt(Resolution resolution, LedgerObject ledgerObject) =>
        new(
            ledgerObject.State switch
            {
                ObjectState.Live =>
                    $"{resolution.Name} is not in doubt: it is live{(ledgerObject.Id is { } id ? $" as {id}" : ", without an id")}.",
                ObjectState.NotSent =>
                    $"{resolution.Name} is not in doubt: it was not sent. If it was made in LeadPanther by hand, say `galley adopt {resolution.Name} ID`.",
                ObjectState.Retired => $"{resolution.Name} is not in doubt: its key is retired.",
                ObjectState.Open => throw new InvalidOperationException("An open object is in doubt."),
                _ => throw new ArgumentOutOfRangeException(nameof(ledgerObject), ledgerObject.State, null),
            }
        );
}
